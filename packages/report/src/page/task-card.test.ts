import type { PlannedTask } from '@breakwater/model';
import { expect, it } from 'vitest';
import { aTouch, planned } from '../example-plan.testing.js';
import { examplePage, exampleRoster, id, seen } from './example-page.testing.js';
import { markupOf } from './html.js';
import { taskCard } from './task-card.js';

const { plan } = examplePage;
const taskOf = (name: string): PlannedTask => plan.tasks.find((task) => task.id === name)!;
const card = (task: PlannedTask, page = examplePage): readonly string[] => seen(taskCard(page, task, exampleRoster));

it('shows the likeliest file, why the task waits, and folded what it is about and every file', () => {
  expect(card(taskOf('price-rounding-tests'))).toEqual([
    '6 price-rounding-tests',
    'rounding.test.ts +1',
    'could run in wave 1, but three sessions fill it',
    '2 files and the brief',
    'What price-rounding-tests is about.',
    '- a list',
    'libs/pricing/src/rounding.test.ts 100 % declared',
    'libs/pricing/src/file-1.ts 50 % text',
  ]);
});

it('has the title of a task that has one, and leads to the task it waits for', () => {
  expect(card(taskOf('audit-log')).slice(0, 4)).toEqual([
    '5 audit-log',
    'Audit log',
    'audit.module.ts +6',
    'not beside order-history-api: both write orders.controller.ts',
  ]);
  expect(markupOf(taskCard(examplePage, taskOf('audit-log'), exampleRoster))).toContain(
    '<p class="why">not beside <a href="#t1">order-history-api</a>: both write orders.controller.ts</p>',
  );
});

it('stands out when its files are a guess', () => {
  expect(card(taskOf('make-app-faster')).slice(1, 3)).toEqual([
    '? unsure: 214 files would fit its brief',
    'placed last: its files are a guess (see the question)',
  ]);
  expect(markupOf(taskCard(examplePage, taskOf('make-app-faster'), exampleRoster))).toContain('class="card vague"');
});

it('refers to the warning where the task is a sweep, and says when nothing fits at all', () => {
  const task = id('make-app-faster');
  const diagnostics = [
    { code: 'Q_VAGUE', message: '', task, question: { candidates: 0, projects: [] } },
    { code: 'Q_SWEEP', message: '', task },
  ];
  expect(card(taskOf(task), { ...examplePage, plan: { ...plan, diagnostics } })[1]).toBe('! unsure: nothing says which files');
});

it('says all that is declared of it', () => {
  const task = planned('audit-log', 2, [undefined, 0], {
    scope: ['api', 'web'],
    resources: [
      { name: 'db', amount: 1 },
      { name: 'gpu', amount: 2 },
    ],
    reads: [aTouch('docs/api.md', 1, 'declared')],
  });
  expect(card(task, { ...examplePage, tasks: [] }).slice(1)).toEqual([
    'no file expected',
    'not beside order-history-api: both write orders.controller.ts',
    '0 files',
    'about api, web',
    'needs db, 2 of gpu',
    'reads docs/api.md',
  ]);
});
