import type { Conflict, Precedence } from '@breakwater/model';
import { distinct } from '../plan/distinct-reasons.js';
import { conflictText, precedenceText } from '../plan/wait-text.js';
import { foldedList, section } from './folded.js';
import { type Html, html } from './html.js';
import type { PlanPage } from './plan-page.js';
import { type Roster, taskLink } from './roster.js';

/** More than that is looked up, not read. */
const SHOWN = 12;

/** Everything that binds the order: who waits for whom, and who is never beside whom. */
export function boundsPart({ plan: { precedences, conflicts } }: PlanPage, roster: Roster): Html | undefined {
  const order = precedences.map((one) => orderText(one, roster));
  const apart = conflicts.map((one) => apartText(one, roster));
  return section('What keeps tasks apart', 'Every constraint the waves obey, and where it comes from.', [
    bounds('One after the other', order),
    bounds('Never side by side', apart),
  ]);
}

function bounds(title: string, items: readonly Html[]): Html | undefined {
  return items.length === 0
    ? undefined
    : html`
<h3>${title} <span>${items.length}</span></h3>${foldedList(items, SHOWN)}`;
}

function orderText({ before, after, reasons }: Precedence, roster: Roster): Html {
  return html`${taskLink(after, roster)} waits for ${taskLink(before, roster)}: ${reasons.map(precedenceText).join('; ')}`;
}

function apartText({ between: [a, b], reasons }: Conflict, roster: Roster): Html {
  const why = distinct(reasons).map((reason) => conflictText(reason, (path) => path));
  return html`${taskLink(a, roster)} and ${taskLink(b, roster)}: ${why.join('; ')}`;
}
