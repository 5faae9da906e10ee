import { type Reader, typed } from '../view.js';
import { section } from './folded.js';
import { type Html, html } from './html.js';
import type { PlanPage } from './plan-page.js';

/** The commands to go on with, as the reader has to type them. */
export function nextPart({ next }: PlanPage, reader: Reader): Html | undefined {
  if (next.length === 0) return undefined;
  const rows = next.map(
    ({ label, command }) => html`
<dt>${label}</dt><dd><code>${typed(command, reader)}</code></dd>`,
  );
  return section('Go on', 'Nothing has been started.', [html`<dl class="commands">${rows}</dl>`]);
}
