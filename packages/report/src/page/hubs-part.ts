import type { HubFile, HubRule } from '@breakwater/model';
import { count } from '../quantities.js';
import { foldedList, section } from './folded.js';
import { type Html, html } from './html.js';
import type { PlanPage } from './plan-page.js';
import { type Roster, taskLink } from './roster.js';

const POLICIES: Readonly<Record<HubRule['policy'], string>> = {
  serialize: 'no two tasks that write it run at once',
  union: 'tasks may write it side by side; where they conflict, the lines of both stay',
  regenerate: 'tasks may write it side by side; it is made anew on the merged tree',
  ignore: 'tasks may write it side by side; where they conflict, what was integrated first stays',
};

const SHOWN = 8;

/** Files many tasks meet on, and what is to be done about such files. */
export function hubsPart({ plan, hubs }: PlanPage, roster: Roster): Html | undefined {
  const files = (plan.forecast.constraints?.hubs ?? []).map((file) => fileText(file, roster));
  return section('Hubs', 'Files that nearly every change touches. A rule in the configuration says what to do about one.', [
    files.length === 0
      ? undefined
      : html`
<h3>Most tasks meet on</h3>${foldedList(files, SHOWN)}`,
    hubs.length === 0
      ? undefined
      : html`
<h3>Rules</h3>${foldedList(hubs.map(ruleText), SHOWN)}`,
  ]);
}

function fileText({ path, tasks, pairs }: HubFile, roster: Roster): Html {
  const names = tasks.map((id, at) => html`${at === 0 ? '' : ', '}${taskLink(id, roster)}`);
  return html`<code>${path}</code>: ${count(tasks.length, 'task')}, ${count(pairs, 'pair')} kept apart because of it (${names})`;
}

function ruleText({ files, policy, command }: HubRule): Html {
  const by = command === undefined ? undefined : html` by <code>${command}</code>`;
  return html`<code>${files.join(', ')}</code>: <b>${policy}</b>, ${POLICIES[policy]}${by}`;
}
