import { fileNameOf, type PlannedTask } from '@breakwater/model';
import { hiddenFiles } from '../plan/task-lines.js';
import { isSweep, questionsOf } from '../plan/vague.js';
import { waitTexts } from '../plan/wait-text.js';
import { count } from '../quantities.js';
import { fileList, likelyFiles } from './file-list.js';
import { type Html, html, linesOf } from './html.js';
import type { PlanPage } from './plan-page.js';
import { type Roster, sentence } from './roster.js';
import { sureness } from './sureness.js';

/** One task: its likeliest file and why it waits; folded, what its author wrote and every file worth a word. */
export function taskCard(page: PlanPage, task: PlannedTask, roster: Roster): Html {
  const { plan, waits } = page;
  const written = page.tasks.find(({ id }) => id === task.id);
  const reasons = waitTexts(plan, task.id, waits.get(task.id) ?? []);
  const vague = questionsOf(plan).find((one) => one.task === task.id);
  return html`
<article class="${vague === undefined ? 'card' : 'card vague'}" id="t${roster.get(task.id)}">
<h4><span class="number">${roster.get(task.id)}</span> ${task.id}</h4>${titleOf(written)}
<p class="file">${vague === undefined ? firstFile(task) : unsure(vague.candidates, isSweep(plan, task.id))}</p>${reasons.map(
    (text) => html`
<p class="why">${sentence(text, roster)}</p>`,
  )}
<details><summary>${count(likelyFiles(task.writes).length, 'file')}${written === undefined ? '' : ' and the brief'}</summary>${briefOf(written)}${facts(task)}${fileList(task)}</details>
</article>`;
}

type Written = PlanPage['tasks'][number] | undefined;

/** A task that has no title is called by its id alone. */
function titleOf(written: Written): Html | undefined {
  return written === undefined || written.title === written.id
    ? undefined
    : html`
<p class="title" title="${written.title}"><bdi>${written.title}</bdi></p>`;
}

function briefOf(written: Written): Html | undefined {
  return written === undefined
    ? undefined
    : html`
<blockquote dir="auto">${linesOf(written.brief)}</blockquote>`;
}

function firstFile(task: PlannedTask): Html {
  const [first] = task.writes;
  if (first === undefined) return html`no file expected`;
  const hidden = hiddenFiles(task);
  const more = hidden === 0 ? undefined : html` <span class="more">+${hidden}</span>`;
  return html`${sureness(first.confidence)} <code title="${first.path}">${fileNameOf(first.path)}</code>${more}`;
}

function unsure(candidates: number, sweep: boolean): Html {
  const files = candidates === 0 ? 'nothing says which files' : `${count(candidates, 'file')} would fit its brief`;
  return html`<b>${sweep ? '!' : '?'}</b> unsure: ${files}`;
}

/** What else is known of it, where anything is. */
function facts({ scope, resources, reads }: PlannedTask): Html | undefined {
  const needs = resources.map(({ name, amount }) => (amount === 1 ? name : `${amount} of ${name}`));
  const rows = [
    { label: 'about', words: scope },
    { label: 'needs', words: needs },
    { label: 'reads', words: reads.map(({ path }) => path) },
  ].filter(({ words }) => words.length > 0);
  return rows.length === 0
    ? undefined
    : html`
<dl>${rows.map(({ label, words }) => html`<dt>${label}</dt><dd>${words.join(', ')}</dd>`)}</dl>`;
}
