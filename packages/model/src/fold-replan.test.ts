import { describe, expect, it } from 'vitest';
import type { Recorded, RunEvent } from './event.js';
import { foldRun } from './fold-run.js';
import { runId } from './run-id.js';
import { taskId } from './task.js';
import { aCommit } from './testing.js';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(taskId) as [never, never, never, never];
const base = aCommit(1);
const start: RunEvent = {
  ...{ ev: 'run-started', run: runId('7f3a'), plan: 'p', base, baseBranch: 'main', integration: 'i', concurrency: 2 },
  ...{ runner: 'claude', version: '0' },
  tasks: [a, b, c, d].map((id, n) => ({ id, wave: Math.floor(n / 2) + 1, after: [] })),
};

function fold(...events: readonly RunEvent[]) {
  return foldRun([start, ...events].map((event, seq): Recorded => ({ v: 1, seq, t: new Date(seq).toISOString(), event })));
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
      lastEventAt: new Date(1).toISOString(),
      seconds: 0.001,
    });
  });
});
