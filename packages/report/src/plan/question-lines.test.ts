import { type PlanNote, taskId } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { examplePlan, planned } from '../example-plan.testing.js';
import { questionLines } from './question-lines.js';

const view = { columns: 200, colour: false, unicode: true };

/** The last sentence for a vague task `b` in a plan of these waves. */
function withoutAnswer(...waves: readonly (readonly string[])[]): string | undefined {
  const note: PlanNote = { code: 'Q_VAGUE', message: '', task: taskId('b'), question: { candidates: 2, projects: [] } };
  const tasks = waves.flat().map((id) => planned(id, 1, [undefined, 0]));
  const plan = { ...examplePlan, tasks, waves: waves.map((wave) => wave.map(taskId)), diagnostics: [note] };
  return questionLines(plan, view).at(-1);
}

describe('without an answer a vague task', () => {
  it.each([
    ['runs as it is.', [['b']]],
    ['runs last, alone.', [['a'], ['b']]],
    ['runs in wave 1, alone.', [['b'], ['a']]],
    ['runs last, beside one other task only.', [['a', 'b']]],
    ['runs in wave 2, beside two other tasks.', [['x'], ['a', 'b', 'c'], ['y']]],
    ['runs last, beside 13 other tasks.', [['b', ...Array.from({ length: 13 }, (_, n) => `t${n}`)]]],
  ])('%s', (words, waves) => {
    expect(withoutAnswer(...waves)).toBe(`  Without an answer it ${words}`);
  });
});

it('tells what an answer may save, where it may save something', () => {
  const plan = { ...examplePlan, waves: [['a'], ['b'], ['make-app-faster']].map((wave) => wave.map(taskId)) };
  const answered = { kind: 'vague', task: taskId('make-app-faster') } as const;
  const saving = (waves: number) => {
    const constraints = { costs: [{ constraint: answered, waves }], hubs: [] };
    return questionLines({ ...plan, forecast: { ...plan.forecast, constraints } }, view).at(-2);
  };
  expect([saving(2), saving(1)]).toEqual([
    '  An answer may save a wave: 2 instead of 3.',
    '  An answer may save 2 waves: 1 instead of 3.',
  ]);
});

it.each([
  ['web', 'web'],
  ['libs/web.core', 'libs/web.core'],
  ['@shop/web', '"@shop/web"'],
  ['*', '"*"'],
  ['a, b', '"a, b"'],
  ['true', '"true"'],
  ['7', '"7"'],
])('the answer for project %s can be pasted into YAML', (project, word) => {
  const note: PlanNote = { code: 'Q_VAGUE', message: '', task: taskId('b'), question: { candidates: 2, projects: [project] } };
  const plan = { ...examplePlan, tasks: [planned('b', 1, [undefined, 0])], waves: [[taskId('b')]], diagnostics: [note] };
  expect(questionLines(plan, view)[2]).toBe(`  Most likely: ${project}. Answer in the tasks file with  scope: [${word}]`);
});

it('a sweep is not asked which project it is about, for it was told what to do', () => {
  const task = taskId('b');
  const question = { candidates: 2, projects: ['web'] };
  const notes: readonly PlanNote[] = [
    { code: 'Q_VAGUE', message: '', task, question },
    { code: 'Q_SWEEP', message: 'b goes wide', task },
  ];
  expect(questionLines({ ...examplePlan, diagnostics: notes }, view)).toEqual([]);
});

it('no question, no lines', () => {
  expect(questionLines({ ...examplePlan, diagnostics: [] }, view)).toEqual([]);
});

it('the answer is never broken over two lines, for it is to be copied', () => {
  for (let columns = 45; columns < 100; columns += 1) {
    const lines = questionLines(examplePlan, { ...view, columns });
    expect(lines.filter((line) => line.includes('scope: [web]'))).toHaveLength(1);
  }
});
