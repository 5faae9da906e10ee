import type { TaskId } from '@breakwater/model';
import { examplePlan, examplePreview } from '../example-plan.testing.js';
import { markupOf, type Part } from './html.js';
import type { PlanPage } from './plan-page.js';
import { rosterOf } from './roster.js';

const TITLES: Readonly<Record<string, string>> = { 'order-history-api': 'Order history endpoint', 'audit-log': 'Audit log' };

export const examplePage: PlanPage = {
  ...examplePreview,
  tasks: examplePlan.tasks.map(({ id }) => ({ id, title: TITLES[id] ?? id, brief: `What ${id} is about.\n\n- a list\n` })),
  hubs: [
    { files: ['CHANGELOG.md'], policy: 'union' },
    { files: ['package-lock.json'], policy: 'regenerate', command: 'npm install --package-lock-only' },
  ],
};

export const exampleRoster = rosterOf(examplePlan);

export const id = (text: string): TaskId => text as TaskId;

/** What a reader sees of it: a line for each element that begins one. */
export function seen(part: Part): readonly string[] {
  return markupOf(part)
    .replace(/<title>[^<]*<\/title>/g, '')
    .replace(/\n?<\/?(?:p|li|ul|h\d|div|section|article|summary|tr|blockquote)\b[^>]*>|<dt>/g, '\n')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .split('\n')
    .map((line) =>
      line
        .replace(/ +/g, ' ')
        .replace(/ (?=[:,;)])/g, '')
        .trim(),
    )
    .filter((line) => line !== '');
}
