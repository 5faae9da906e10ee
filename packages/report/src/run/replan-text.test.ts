import { taskId } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { replanText } from './replan-text.js';

const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map(taskId) as [never, never, never, never, never];

describe('planned anew', () => {
  it.each([
    [
      { kind: 'failure' as const, task: a },
      [b],
      'planned anew, for a is not in the chain, and what waits for it will not run; another wave for b',
    ],
    [{ kind: 'tasks' as const, tasks: [a, b] }, [], 'planned anew, for a and b are to run again'],
    [
      { kind: 'tasks' as const, tasks: [a] },
      [b, c, d, e],
      'planned anew, for a is to run again; another wave for b, c, d and 1 more',
    ],
    [
      { kind: 'drift' as const, task: a, paths: ['src/x.ts', 'src/y.ts'] },
      [b, c],
      'planned anew, for a wrote x.ts and y.ts, which others are expected to write; another wave for b and c',
    ],
  ])('is told with its cause and who has another place', (because, moved, text) => {
    expect(replanText({ ev: 'run-replanned', because, moved, from: 2, waves: [[b]] })).toBe(text);
  });

  it('in a stream says who waits for whom', () => {
    const because = { kind: 'drift' as const, task: a, paths: ['x.ts'] };
    expect(replanText({ ev: 'run-replanned', because, moved: [b] })).toBe(
      'a wrote x.ts, which others are expected to write: b waits for it',
    );
  });
});
