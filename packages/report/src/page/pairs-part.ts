import type { PairRisk, Plan } from '@breakwater/model';
import { foldedList, section } from './folded.js';
import { type Html, html } from './html.js';
import { matrix } from './matrix.js';
import { type PairStates, pairStates, riskText, WORTH_A_WORD } from './pair-states.js';
import type { PlanPage } from './plan-page.js';
import { type Roster, taskLink } from './roster.js';

/** Beyond, a matrix is dots without names. */
const DRAWN = 40;
const SHOWN = 10;

/** The risk that is left: pairs that run side by side and may meet all the same; and how every pair stands. */
export function pairsPart({ plan, measured }: PlanPage, roster: Roster): Html | undefined {
  if (plan.tasks.length < 2) return undefined;
  const states = pairStates(plan);
  const left = plan.risks.filter((risk) => mayMeet(plan, risk, states));
  const drawn = plan.tasks.length <= DRAWN ? matrix(plan, roster, states) : undefined;
  const says = `The chance that two tasks write one file, as the model sees it${measured === true ? '' : '; not yet measured on this repository'}.`;
  return section('Risk that is left', says, [listOf(left, roster), drawn]);
}

function mayMeet({ schedule, waves }: Plan, { between: [a, b] }: PairRisk, states: PairStates): boolean {
  const together = schedule === 'stream' || waves.some((wave) => wave.includes(a) && wave.includes(b));
  return together && states(a, b)?.kind === 'risk';
}

const NONE = html`<p>No two tasks that run side by side are expected to meet as often as in 1 run of 100.</p>`;

function listOf(left: readonly PairRisk[], roster: Roster): Html {
  const likely = left.filter(({ p }) => p >= WORTH_A_WORD).length;
  const items = left.map(
    (risk) => html`${taskLink(risk.between[0], roster)} and ${taskLink(risk.between[1], roster)}: ${riskText(risk)}`,
  );
  return html`
<h3>Side by side, and may meet <span>${likely}</span></h3>${likely === 0 ? NONE : undefined}${foldedList(items, Math.min(likely, SHOWN))}`;
}
