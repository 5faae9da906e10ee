import fc from 'fast-check';
import type { Recorded, RunEvent } from './event.js';
import type { Work } from './run.js';
import { type TaskId, taskId } from './task.js';
import { aCommit, aRunStarted, recorded } from './testing.js';
import type { Usage } from './usage.js';

/** The work of a session that nothing is special about. */
export const WORK: Work = {
  base: aCommit(1),
  commit: aCommit(2),
  changes: [],
  savedByUs: false,
  drift: { unpredicted: [], untouched: [], alsoChangedBy: [] },
};
export const DOLLAR: Usage = { usd: 1, inputTokens: 10, outputTokens: 5, turns: 2, seconds: 3 };

/** The start of a run of these tasks, one to a wave, each waiting for the one before it. */
export function aStart(...ids: readonly TaskId[]): RunEvent {
  const tasks = ids.map((id, n) => ({ id, wave: n + 1, after: ids.slice(Math.max(0, n - 1), n) }));
  return aRunStarted([], { concurrency: 4, reworks: 1, tasks });
}

/** What a task may live through, as words; each leaves it where another may begin. */
const LIVES: Readonly<Record<string, (task: TaskId, n: number) => readonly RunEvent[]>> = {
  integrated: (task, n) => [...committed(task, n), verified(task, n), { ev: 'task-integrated', task, commit: aCommit(n + 100) }],
  failed: (task, n) => [begun(task, n), { ev: 'task-failed', task, failure: { reason: 'no-change' }, usage: DOLLAR }],
  'failed after its work': (task, n) => [
    ...committed(task, n),
    { ev: 'task-failed', task, failure: { reason: 'no-change' }, usage: DOLLAR },
  ],
  stopped: (task, n) => [begun(task, n), { ev: 'task-stopped', task, usage: DOLLAR }],
  retried: (task, n) => [
    begun(task, n),
    { ev: 'task-retried', task, failure: { reason: 'no-change' }, usage: DOLLAR, notBefore: '2026-01-01T00:00:00.000Z' },
  ],
  held: (task, n) => [...committed(task, n), { ev: 'task-held', task, paths: ['x.ts'], with: [] }],
  'told of': (task) => [
    { ev: 'note', task, text: 'x' },
    { ev: 'task-phase', task, phase: 'session' },
    { ev: 'task-claimed', task, path: 'x.ts' },
  ],
};

function begun(task: TaskId, n: number): RunEvent {
  return { ev: 'task-started', task, attempt: n + 1, lane: 0, base: aCommit(1) };
}

function committed(task: TaskId, n: number): readonly RunEvent[] {
  return [begun(task, n), { ev: 'task-committed', task, work: { ...WORK, commit: aCommit(n + 50) }, usage: DOLLAR }];
}

function verified(task: TaskId, n: number): RunEvent {
  return { ev: 'task-verified', task, old: aCommit(1), candidate: aCommit(n + 100), seconds: 2 };
}

/** Journals of three tasks that live through something, one after the other. */
export function someJournals(): fc.Arbitrary<readonly Recorded[]> {
  const ids = ['a', 'b', 'c'].map(taskId);
  const life = fc.record({ task: fc.constantFrom(...ids), what: fc.constantFrom(...Object.keys(LIVES)) });
  const between = fc.constantFrom<readonly RunEvent[]>([], [], [{ ev: 'run-interrupted', why: 'x' }, { ev: 'run-resumed' }]);
  return fc
    .array(fc.tuple(life, between), { maxLength: 12 })
    .map((lives) => [
      aStart(...ids),
      ...lives.flatMap(([{ task, what }, pause], n) => [...(LIVES[what]?.(task, n) ?? []), ...pause]),
    ])
    .map(recorded);
}
