import { type Constraint, type ConstraintCost, type Plan, taskId } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { examplePlan } from '../example-plan.testing.js';
import { betterText, constraintText, hubText } from './constraint-text.js';

const [a, b, c] = ['a', 'b', 'c'].map(taskId) as [never, never, never];

function planWith(costs: readonly ConstraintCost[], hubs: readonly string[] = []): Plan {
  const found = { costs, hubs: hubs.map((path) => ({ path, tasks: [a, b, c], pairs: 3 })) };
  return { ...examplePlan, forecast: { ...examplePlan.forecast, constraints: found } };
}

const pair: Constraint = { kind: 'pair', between: [a, b], path: 'src/index.ts' };

describe('a constraint', () => {
  it.each<[Constraint, string]>([
    [pair, 'without the overlap of a and b on index.ts'],
    [{ kind: 'pair', between: [a, b] }, 'without the overlap of a and b'],
    [{ kind: 'file', path: 'src/index.ts', tasks: [a, b, c] }, 'if 3 tasks did not meet on index.ts'],
    [{ kind: 'resource', resource: 'gpu', tasks: [a, b] }, 'with enough of gpu for all'],
    [{ kind: 'exclusive', task: a }, 'if a did not run alone'],
    [{ kind: 'order', before: a, after: b }, 'if b did not wait for a'],
    [{ kind: 'vague', task: a }, 'once it is known what a is about, at best'],
    [{ kind: 'task', task: a }, 'if a could run beside any other'],
    [{ kind: 'concurrency', sessions: 3 }, 'with 4 sessions at once'],
  ])('is told as what would be without it', (constraint, text) => {
    expect(constraintText(constraint)).toBe(text);
  });
});

describe('what would make a plan better', () => {
  it('is the best answer, and one more that is not the same again', () => {
    const file: ConstraintCost = { constraint: { kind: 'file', path: 'src/index.ts', tasks: [a, b, c] }, waves: 2 };
    const more: ConstraintCost = { constraint: { kind: 'concurrency', sessions: 3 }, waves: 2 };
    expect(betterText(planWith([{ constraint: pair, waves: 2 }, file, more]))).toBe(
      '2 waves instead of 3 without the overlap of a and b on index.ts, or with 4 sessions at once',
    );
    expect(betterText(planWith([{ ...file, waves: 1 }, more]))).toBe(
      '1 wave instead of 3 if 3 tasks did not meet on index.ts, or 2 waves instead of 3 with 4 sessions at once',
    );
    expect(betterText(planWith([file]))).toBe('2 waves instead of 3 if 3 tasks did not meet on index.ts');
  });

  it('is not told when nothing single helps, or nobody looked', () => {
    expect(betterText(planWith([]))).toBeUndefined();
    expect(betterText(examplePlan)).toBeUndefined();
  });
});

describe('the hub files', () => {
  it('are the first few, by name', () => {
    expect(hubText(planWith([], ['src/a.ts', 'b.ts', 'c.ts', 'd.ts']))).toBe('a.ts (3 tasks), b.ts (3 tasks), c.ts (3 tasks)');
    expect([hubText(planWith([])), hubText(examplePlan)]).toEqual([undefined, undefined]);
  });
});
