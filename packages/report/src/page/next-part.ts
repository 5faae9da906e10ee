import { type Reader, typed } from '../view.js';
import { section } from './folded.js';
import { type Html, html } from './html.js';
import type { PlanPage } from './plan-page.js';

/** The commands to go on with, as the reader has to type them. A long one is scrolled, which keys can only do to what has the focus. */
export function nextPart({ next }: PlanPage, reader: Reader): Html | undefined {
  if (next.length === 0) return undefined;
  const rows = next.map(
    ({ label, command }) => html`
<dt>${label}</dt><dd><code tabindex="0">${typed(command, reader)}</code></dd>`,
  );
  return section('Go on', 'Nothing has been started.', [html`<dl class="commands">${rows}</dl>`]);
}
