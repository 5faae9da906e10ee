import type { Failure, RunState } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { exitCodeOf, exitCodeOfRun, exitCodeOfStop } from './exit-code.js';

/** One of each reason: the compiler asks for those that are added. */
const CODES: Readonly<Record<Failure['reason'], number>> = {
  'bad-input': 2,
  usage: 2,
  'no-run': 2,
  'repository-refused': 3,
  'run-unfinished': 3,
  'run-finished': 3,
  'unsaved-work': 3,
  'plan-changed': 3,
  'git-failed': 3,
  'not-running': 3,
  locked: 4,
  environment: 5,
  damaged: 6,
  'object-damaged': 6,
};

it.each(Object.entries(CODES))('%s exits with %i', (reason, code) => {
  expect(exitCodeOf({ reason } as Failure)).toBe(code);
});

describe('a run', () => {
  const run = (outcome: RunState['outcome'], ...states: readonly string[]) =>
    ({ outcome, tasks: states.map((state) => ({ state: { state } })) }) as unknown as RunState;

  it('exits with 0 only when every task is in the chain', () => {
    expect(exitCodeOfRun(run('finished', 'integrated', 'integrated'), undefined)).toBe(0);
    const others = ['pending', 'committed', 'verified', 'held', 'failed', 'blocked'];
    expect(others.map((state) => exitCodeOfRun(run('finished', 'integrated', state), undefined))).toEqual(others.map(() => 1));
  });

  it('that was interrupted says by which signal, as shells do; by none, that not all is done', () => {
    const interrupted = run('interrupted', 'integrated', 'pending');
    expect((['SIGINT', 'SIGTERM', 'SIGHUP', undefined] as const).map((signal) => exitCodeOfRun(interrupted, signal))).toEqual([
      130, 143, 130, 1,
    ]);
  });

  it('that came to its end all the same is judged by its tasks', () => {
    expect(exitCodeOfRun(run('finished', 'integrated'), 'SIGINT')).toBe(0);
  });
});

it('a command that was stopped before it began anything says by which signal', () => {
  expect((['SIGINT', 'SIGTERM', undefined] as const).map(exitCodeOfStop)).toEqual([130, 143, 130]);
});
