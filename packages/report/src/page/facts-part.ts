import { spansOf } from '../line.js';
import { type ForecastRow, forecastRows } from '../plan/forecast-lines.js';
import type { Reader } from '../view.js';
import { type Html, html } from './html.js';
import type { PlanPage } from './plan-page.js';

/** Files that many tasks meet on have a part of their own. */
const ELSEWHERE = 'hubs';

/** What is to be expected of the run, each beside the others. */
export function factsPart(page: PlanPage, reader: Reader): Html | undefined {
  const rows = forecastRows({ ...page, verbose: true }, reader).filter(({ label }) => label !== ELSEWHERE);
  return rows.length === 0
    ? undefined
    : html`
<section aria-label="Forecast" class="facts">${rows.map(fact)}
</section>`;
}

function fact({ label, text }: ForecastRow): Html {
  const spans = spansOf(typeof text === 'string' ? [text] : text);
  const [head, rest] = atFirstPause(spans.map((span) => span.text).join(''));
  const look = spans.some(({ role }) => role === 'warn') ? 'fact warn' : 'fact';
  return html`
<div class="${look}"><h2>${label}</h2><p class="lead">${head}</p>${rest === '' ? undefined : html`<p>${rest}</p>`}</div>`;
}

/** What stands before the first pause is the answer, and is set larger; a point within a number or a name is no pause. */
const PAUSE = /[;,:.] | (?=\()/;

function atFirstPause(text: string): readonly [string, string] {
  const pause = PAUSE.exec(text);
  if (pause === null) return [text, ''];
  return [text.slice(0, pause.index), text.slice(pause.index + pause[0].length)];
}
