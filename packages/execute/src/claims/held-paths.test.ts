import { foldRun, NO_USAGE, seededRandom, type TaskId, type TaskRun, type TaskState } from '@breakwater/model';
import { aCommit, aRunStarted, aTask, recorded } from '@breakwater/model/testing';
import { describe, expect, it, test } from 'vitest';
import { claimBook, heldPaths } from './held-paths.js';

const NAMES = ['a', 'b', 'c'] as const;
const [fresh] = foldRun(recorded([aRunStarted(['a'])])).tasks;
const NOW = '2026-01-01T00:00:00.000Z';

/** A task with these claims that has changed other files. */
function aRun(state: { readonly state: TaskState['state'] }, rest: Partial<TaskRun> = {}): TaskRun {
  const work = {
    base: aCommit(1),
    commit: aCommit(2),
    changes: [{ path: 'changed.ts', added: 1, removed: 0 }],
    savedByUs: false,
  };
  return { ...fresh!, claims: ['claimed.ts'], ...rest, state: { work, ...state } as TaskState };
}

const safe = (safeAt: string) => ({ safeAt });

describe('a task holds', () => {
  test.each<[string, TaskRun, readonly string[]]>([
    ['nothing before it begins', aRun({ state: 'pending' }), []],
    ['what it was given while it runs', aRun({ state: 'running' }), ['claimed.ts']],
    ['what it changed when its session has ended', aRun({ state: 'committed' }), ['changed.ts']],
    ['the same when its merge is verified', aRun({ state: 'verified' }), ['changed.ts']],
    ['nothing once it is in the chain', aRun({ state: 'integrated' }), []],
    [
      'what it changed while it will be taken up again',
      aRun({ state: 'held', ...{ paths: [] } }, { reworksLeft: 1 }),
      ['changed.ts'],
    ],
    ['nothing when it is held for the person', aRun({ state: 'held', ...{ paths: [] } }, { reworksLeft: 0 }), []],
    ['nothing when it failed', aRun({ state: 'failed' }), []],
    [
      'what it was given until a lost session is surely over',
      aRun({ state: 'failed', ...safe('2026-01-01T00:00:00.001Z') }),
      ['claimed.ts'],
    ],
    ['nothing from that moment on', aRun({ state: 'failed', ...safe(NOW) }), []],
    ['nothing from that moment on, told in another zone', aRun({ state: 'failed', ...safe('2026-01-01T01:00:00+02:00') }), []],
    ['nothing when it is blocked', aRun({ state: 'blocked' }), []],
  ])('%s', (_, task, paths) => {
    expect(heldPaths(task, NOW)).toEqual(paths);
  });
});

describe('the book of claims', () => {
  const starts = (task: TaskId, ...claims: readonly string[]) =>
    ({ ev: 'task-started', task, attempt: 1, lane: 0, base: aCommit(1), claims }) as const;

  it('has one entry for each file that somebody else holds, whatever its spelling, for whom the plan has first', () => {
    const random = seededRandom(11);
    const paths = ['a.ts', 'A.ts', 'b c.ts', 'é.ts', 'É.TS', 'e\u0301.ts'];
    for (let round = 0; round < 100; round += 1) {
      const claims = NAMES.map((name) => [aTask(name).id, paths.filter(() => random(3) === 0)] as const);
      const state = foldRun(recorded([aRunStarted(NAMES), ...claims.map(([task, held]) => starts(task, ...held))]));
      const others = claims.slice(1).flatMap(([task, held]) => held.map((path) => [spelled(path), task] as const));
      expect(claimBook(state, aTask('a').id)).toEqual(new Map([...others].reverse()));
    }
  });

  it('is empty when nobody runs, and without exception has everybody', () => {
    const events = [aRunStarted(NAMES), starts(aTask('b').id, 'x.ts')];
    expect([claimBook(foldRun(recorded(events.slice(0, 1)))), claimBook(foldRun(recorded(events)))]).toEqual([
      new Map(),
      new Map([['x.ts', 'b']]),
    ]);
    const failed = { ev: 'task-failed', task: aTask('b').id, failure: { reason: 'no-change' }, usage: NO_USAGE } as const;
    expect(claimBook(foldRun(recorded([...events, failed])))).toEqual(new Map());
  });
});

/** As on a disk that ignores case. */
function spelled(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
