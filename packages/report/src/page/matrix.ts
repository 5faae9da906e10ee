import type { Plan, TaskId } from '@breakwater/model';
import { type Html, html } from './html.js';
import { type PairState, type PairStates, WORTH_A_WORD } from './pair-states.js';
import { type Roster, taskLink } from './roster.js';

/** Told by shape, so that colour is not needed to read it. */
const SIGNS = { ordered: '▶', apart: '■', risk: '●' } as const;

const LEGEND =
  '■ never together, ▶ one after the other, ● may meet in a file (the larger, the more often; unmarked: in less than 1 run of 100)';

/** In a stream nobody knows before who runs beside whom. */
const FRAMES = { waves: ', framed: side by side in this plan', stream: '' } as const;

/** Every pair at one glance, tasks by number in plan order; what a mark means stands in its tooltip. */
export function matrix(plan: Plan, roster: Roster, states: PairStates): Html {
  const ids = plan.waves.flat();
  const waves = plan.schedule === 'waves' ? plan.waves : [];
  const waveOf = new Map(waves.flatMap((wave, at) => wave.map((id) => [id, at] as const)));
  const together = (a: TaskId, b: TaskId) => waveOf.has(a) && waveOf.get(a) === waveOf.get(b);
  const cell = (a: TaskId, b: TaskId): Html => cellOf([a, b], states(a, b), together(a, b));
  const rows = ids.map(
    (id, at) => html`
<tr><th scope="row"><span class="number">${at + 1}</span> ${taskLink(id, roster)}</th>${ids.slice(0, at).map((other) => cell(id, other))}</tr>`,
  );
  return html`
<h3>Every pair</h3>
<div class="scroll" role="region" aria-label="Every pair" tabindex="0"><table>
<tr><td></td>${ids.slice(0, -1).map((_, at) => html`<th scope="col">${at + 1}</th>`)}</tr>${rows}
</table></div>
<p class="says">${LEGEND}${FRAMES[plan.schedule]}.</p>`;
}

function cellOf([a, b]: readonly [TaskId, TaskId], state: PairState | undefined, together: boolean): Html {
  const look = `pair${together ? ' together' : ''}${state === undefined ? '' : ` ${lookOf(state)}`}`;
  if (state === undefined || isRare(state)) return html`<td class="${look}"></td>`;
  return html`<td class="${look}" title="${b} and ${a}: ${state.says}">${SIGNS[state.kind]}</td>`;
}

function isRare(state: PairState): boolean {
  return state.kind === 'risk' && state.p < WORTH_A_WORD;
}

/** Four sizes, since a style of its own for each mark would need what the page forbids. */
function lookOf(state: PairState): string {
  if (state.kind !== 'risk') return state.kind;
  return `risk r${[0.4, 0.15, 0.03].filter((p) => state.p < p).length}`;
}
