import { baseText, limitText, sizeText } from '../plan/headline.js';
import type { Reader } from '../view.js';
import { boundsPart } from './bounds-part.js';
import { factsPart } from './facts-part.js';
import { type Html, html } from './html.js';
import { hubsPart } from './hubs-part.js';
import { nextPart } from './next-part.js';
import { pageDocument } from './page-document.js';
import { pairsPart } from './pairs-part.js';
import type { PlanPage } from './plan-page.js';
import { questionsPart } from './questions-part.js';
import { rosterOf } from './roster.js';
import { wavesPart } from './waves-part.js';

/**
 * The plan as one page for whoever must decide whether to run it: what is to be expected first, then what is asked, then the waves with
 * their reasons, and the detail last. It holds all it needs, runs nothing and is the same bytes for the same plan.
 */
export function renderPlanPage(page: PlanPage, reader: Reader): string {
  const { plan } = page;
  const roster = rosterOf(plan);
  const parts = [
    factsPart(page, reader),
    questionsPart(page, roster),
    wavesPart(page, roster),
    boundsPart(page, roster),
    pairsPart(page, roster),
    hubsPart(page, roster),
    nextPart(page, reader),
  ];
  const body = html`<main>${headPart(page)}${plan.tasks.length === 0 ? undefined : parts}
<footer>Plan <code>${plan.id}</code> of commit <code>${plan.base.commit}</code></footer>
</main>`;
  return pageDocument(`${sizeText(plan)} – Breakwater plan`, body);
}

function headPart({ plan }: PlanPage): Html {
  const how = [
    plan.schedule === 'stream' ? 'as a stream' : undefined,
    `caution ${plan.caution}`,
    plan.scouted === true ? 'sharpened by scouting sessions' : undefined,
  ].filter((one) => one !== undefined);
  return html`
<header>
<h1>${plan.tasks.length === 0 ? 'No tasks to plan' : sizeText(plan)}</h1>
<p>Breakwater plan for <b>${baseText(plan)}</b>${limitText(plan)}; ${how.join(', ')}</p>
</header>`;
}
