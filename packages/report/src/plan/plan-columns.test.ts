import { describe, expect, it } from 'vitest';
import { examplePlan, planned } from '../example-plan.testing.js';
import { planColumns } from './plan-columns.js';

const view = { columns: 80, colour: false, unicode: true };

describe('the columns of a plan', () => {
  it('are as wide as the longest name needs', () => {
    expect(planColumns(examplePlan, false, view)).toEqual({
      width: 79,
      stacked: false,
      name: 20,
      mark: 24,
      path: 28,
      more: 4,
      because: 18,
    });
  });

  it('give a name less than a third of the window', () => {
    const plan = { ...examplePlan, tasks: [planned('a'.repeat(64), 1, [undefined, 0])] };
    expect(planColumns(plan, false, view)).toMatchObject({ name: 23, mark: 27, path: 25 });
  });

  it('are stacked in a narrow window, where reasons for a file are left out', () => {
    expect(planColumns(examplePlan, false, { ...view, columns: 40 })).toEqual({
      width: 39,
      stacked: true,
      name: 37,
      mark: 4,
      path: 28,
      more: 4,
      because: 0,
    });
  });

  it('leave almost the whole line to the path in the long form', () => {
    expect(planColumns(examplePlan, true, view)).toEqual({
      width: 79,
      stacked: true,
      name: 77,
      mark: 4,
      path: 48,
      more: 4,
      because: 18,
    });
  });

  it.each([20, 40, 59, 60, 80, 104, 105, 200])('never add up to more than a window of %i columns', (columns) => {
    const { stacked, mark, path, more, because, width } = planColumns(examplePlan, false, { ...view, columns });
    expect(mark + 3 + path + more + (stacked ? 0 : 2 + because)).toBeLessThanOrEqual(width);
    expect(path).toBeGreaterThan(7);
  });
});
