import { describe, expect, it } from 'vitest';
import type { RunEvent } from './event.js';
import { foldRun } from './fold-run.js';
import { taskId } from './task.js';
import { aRunStarted, recorded } from './testing.js';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(taskId) as [never, never, never, never];
const tasks = [a, b, c, d].map((id, n) => ({ id, wave: Math.floor(n / 2) + 1, after: [] }));

function fold(...events: readonly RunEvent[]) {
  return foldRun(recorded([aRunStarted([], { tasks, concurrency: 2 }), ...events]));
}

const because = { kind: 'failure', task: a } as const;

describe('planned anew', () => {
  it('the named tasks have new waves in the order given, and the others stay', () => {
    const state = fold({ ev: 'run-replanned', because, moved: [b], from: 2, waves: [[d, b], [c]] });
    expect(state.waves).toEqual([[a], [d, b], [c]]);
    expect(state.tasks.map(({ id, wave }) => `${id} ${wave}`)).toEqual(['a 1', 'd 2', 'b 2', 'c 3']);
  });

  it('a wave that all have left is empty', () => {
    expect(
      fold({
        ev: 'run-replanned',
        because,
        moved: [a, b],
        from: 2,
        waves: [
          [c, d],
          [a, b],
        ],
      }).waves,
    ).toEqual([[], [c, d], [a, b]]);
  });

  it('a stream has no waves to change', () => {
    const before = fold();
    expect(fold({ ev: 'run-replanned', because, moved: [b] })).toEqual({
      ...before,
      lastEventAt: new Date(1_000).toISOString(),
      seconds: 1,
    });
  });
});
