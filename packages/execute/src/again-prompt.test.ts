import { foldRun, NO_USAGE, type RunEvent, type RunState, type TaskId } from '@breakwater/model';
import { aCommit, aRunStarted, aTask, recorded } from '@breakwater/model/testing';
import { expect, it, test } from 'vitest';
import { afterCollision } from './again-prompt.js';

const [A, B, C] = ['a', 'b', 'c'].map((name) => aTask(name).id) as [TaskId, TaskId, TaskId];

/** A run in which a is taken up again after it collided in these paths with the work of these tasks. */
function reworking(paths: readonly string[], beside: readonly TaskId[]): RunState {
  const drift = { unpredicted: [], untouched: [], alsoChangedBy: [] };
  const work = { base: aCommit(1), commit: aCommit(2), changes: [], savedByUs: false, drift };
  const started = { ev: 'task-started', task: A, lane: 0, base: aCommit(1) } as const;
  const events: readonly RunEvent[] = [
    aRunStarted(['a', 'b', 'c'], { reworks: 1 }),
    { ...started, attempt: 1 },
    { ev: 'task-committed', task: A, work, usage: NO_USAGE },
    { ev: 'task-held', task: A, paths, with: beside },
    { ...started, attempt: 2, again: { why: 'collision', place: 1, commit: aCommit(2) } },
  ];
  return foldRun(recorded(events));
}

function said(paths: readonly string[], beside: readonly TaskId[] = []): readonly string[] {
  const state = reworking(paths, beside);
  return afterCollision(state.tasks[0]!, state).split('\n');
}

test.each<[readonly TaskId[], string]>([
  [[], 'other work'],
  [[B], 'task b'],
  [[B, C], 'task b and task c'],
])('of work that collided with that of %j is said that %s came first', (beside, by) => {
  expect(said(['x.ts'], beside)[0]).toBe(
    `Your work on this task is done and committed, but it cannot be integrated: ${by} was integrated first and changed the same lines.`,
  );
});

it('names the files, of very many the first, and how many more there are', () => {
  const named = (count: number) => {
    const lines = said(Array.from({ length: count }, (_, n) => `f${n}.ts`));
    return lines.filter((line) => line.startsWith('- '));
  };
  const all = Array.from({ length: 20 }, (_, n) => `- f${n}.ts`);
  expect([named(0), named(1), named(20), named(21), named(300)]).toEqual([
    [],
    ['- f0.ts'],
    all,
    [...all, '- and 1 more'],
    [...all, '- and 280 more'],
  ]);
  expect(said([]).some((line) => line.includes('These files'))).toBe(false);
});

it('has nothing to say of a task that did not collide', () => {
  const state = foldRun(recorded([aRunStarted(['a'])]));
  expect(() => afterCollision(state.tasks[0]!, state)).toThrow('task a is not reworked');
});
