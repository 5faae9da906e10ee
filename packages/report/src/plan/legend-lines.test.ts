import type { Plan } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { aTouch, examplePlan, planned } from '../example-plan.testing.js';
import { legendLines } from './legend-lines.js';

const view = { columns: 80, colour: false, unicode: true };

function aPlan(...first: readonly (readonly [number, number])[]): Plan {
  const tasks = first.map(([p, more], n) => planned(`t${n}`, 1, [aTouch(`src/t${n}.ts`, p, ''), more]));
  return { ...examplePlan, tasks, diagnostics: [] };
}

describe('the legend', () => {
  it('explains the signs that appear, the surest first', () => {
    expect(legendLines(aPlan([0.1, 0], [0.5, 0], [1, 7]), false, view)).toEqual([
      '● certain   ◐ likely   ○ possible that it writes the file   +7 and seven more',
    ]);
  });

  it('leaves out those that do not', () => {
    expect(legendLines(aPlan([0.1, 0], [0.95, 0]), false, view)).toEqual(['● certain   ○ possible that it writes the file']);
  });

  it('counts the files that only the long form shows', () => {
    expect(legendLines(aPlan([1, 1]), true, view)).toEqual(['● certain   ◐ likely that it writes the file']);
  });

  it('counts as the lines of the tasks do, files that hardly anything points to left out', () => {
    const many = planned('a', 1, [aTouch('src/a.ts', 1, ''), 2]);
    const faint = aTouch('src/faint.ts', 0.09, '');
    const plan = { ...examplePlan, tasks: [{ ...many, writes: [...many.writes, faint] }], diagnostics: [] };
    expect(legendLines(plan, false, view)).toEqual(['● certain that it writes the file   +2 and two more']);
  });

  it('is short in a narrow window', () => {
    expect(legendLines(aPlan([1, 3], [0.5, 0]), false, { ...view, columns: 40 })).toEqual(['● certain  ◐ likely']);
  });

  it('is not there when no sign is', () => {
    expect(legendLines({ ...examplePlan, tasks: [planned('a', 1, [undefined, 0])] }, false, view)).toEqual([]);
  });

  it('does not explain the sign of a vague task, for that has none', () => {
    const vague = examplePlan.diagnostics[0]!;
    const plan = aPlan([0.5, 2]);
    expect(legendLines({ ...plan, diagnostics: [{ ...vague, task: plan.tasks[0]!.id }] }, false, view)).toEqual([]);
  });
});
