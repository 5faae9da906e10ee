import type { Confidence } from '@breakwater/model';
import { type Html, html } from './html.js';

/** Drawn, since fonts disagree on the size of the signs: a full, a half and an empty circle. */
const SHAPES: Readonly<Record<Confidence, Html>> = {
  certain: html`<circle cx="6" cy="6" r="5" fill="currentColor"/>`,
  likely: html`<circle cx="6" cy="6" r="4.5"/><path d="M6 1.5a4.5 4.5 0 0 0 0 9z" fill="currentColor"/>`,
  possible: html`<circle cx="6" cy="6" r="4.5"/>`,
};

/** How sure it is that a task writes a file, by shape; its word is read aloud and shown by pointing at it. */
export function sureness(confidence: Confidence): Html {
  return html`<svg class="sure" viewBox="0 0 12 12" role="img" aria-label="${confidence}"><title>${confidence}</title>${SHAPES[confidence]}</svg>`;
}

export const SURENESS_LEGEND = html`
<p class="says">${sureness('certain')} certain (90 % and more), ${sureness('likely')} likely (40 % and more), ${sureness('possible')} possible that the task writes the file</p>`;
