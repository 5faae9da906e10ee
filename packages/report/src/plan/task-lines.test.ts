import type { PlannedTask, Touch } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { aTouch, examplePlan, planned } from '../example-plan.testing.js';
import { planColumns } from './plan-columns.js';
import { taskLines } from './task-lines.js';

const view = { columns: 80, colour: false, unicode: true };

function shown(task: PlannedTask, rest: { readonly verbose?: boolean; readonly columns?: number } = {}): readonly string[] {
  const { verbose = false, columns = 80 } = rest;
  const plan = { ...examplePlan, tasks: [task] };
  const own = { ...view, columns };
  return taskLines({ plan, task, waits: [], verbose }, planColumns(plan, verbose, own), own);
}

function because(touch: Touch, isNew: boolean): string | undefined {
  const task = { ...planned('task', 1, [touch, 0]), creates: isNew ? [touch.path] : [] };
  return shown(task)[0]?.slice(61);
}

describe('a task', () => {
  it('is a line with its likeliest file and the number of the others', () => {
    expect(shown(planned('task', 1, [aTouch('src/a.ts', 0.3, 'text'), 12]))).toEqual([
      '  task  ○ src/a.ts                                      +12  text',
    ]);
  });

  it('has a line for every file in the long form, with its probability', () => {
    expect(shown(planned('task', 1, [aTouch('src/a.ts', 1, 'declared'), 1]), { verbose: true })).toEqual([
      '  task',
      '    ● src/a.ts                                         100%  declared',
      '    ◐ src/file-1.ts                                     50%  text',
    ]);
  });

  it('has two lines in a narrow window', () => {
    expect(shown(planned('task', 1, [aTouch('src/a.ts', 1, 'declared'), 1]), { columns: 40 })).toEqual([
      '  task',
      '    ● src/a.ts                       +1',
    ]);
  });

  it('whose name is too long keeps its columns', () => {
    expect(shown(planned('a'.repeat(40), 1, [aTouch('src/a.ts', 1, 'declared'), 0]))).toEqual([
      `  ${'a'.repeat(22)}…  ● src/a.ts                        declared`,
    ]);
  });
});

describe('why a file is expected', () => {
  it.each([
    ['declared', false, 'declared'],
    ['declared', true, 'declared, new'],
    ['brief: its own path', true, 'brief: its o…, new'],
    ['', true, 'new'],
    ['brief: AVeryLongNameOfAClass', false, 'brief: AVeryLongN…'],
  ])('%s, new: %s', (detail, isNew, wanted) => {
    expect(because(aTouch('src/a.ts', 1, detail), isNew)).toBe(wanted);
  });

  it('may be unknown', () => {
    expect(because({ ...aTouch('src/a.ts', 1, ''), evidence: [] }, false)).toBe('');
  });
});
