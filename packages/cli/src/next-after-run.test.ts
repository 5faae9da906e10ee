import type { RunState } from '@breakwater/model';
import { aCommit } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { nextAfterRun } from './next-after-run.js';

/** `{ a: 'held' }`: a run with tasks in these states, each at its second attempt. */
function commands(
  outcome: RunState['outcome'],
  states: Readonly<Record<string, string>>,
  rest: Partial<RunState> = {},
): readonly string[] {
  const tasks = Object.entries(states).map(([id, state]) => ({ id, attempts: 2, state: { state } }));
  const run = { run: '7f3a', base: aCommit(0xabc), integration: 'breakwater/7f3a/integration', outcome, tasks, ...rest };
  return nextAfterRun(run as unknown as RunState).map(({ command }) => command);
}

const LOOK = 'git log --stat --first-parent 0000000..breakwater/7f3a/integration';
const TAKE = 'git merge --ff-only breakwater/7f3a/integration';

it('a whole run is looked at, taken over and cleaned', () => {
  expect(commands('finished', { a: 'integrated', b: 'integrated' })).toEqual([LOOK, TAKE, 'breakwater clean']);
});

it('a whole run whose base branch went on is merged, for nothing can simply be moved to it', () => {
  const next = commands('finished', { a: 'integrated' }, { baseMoved: { is: aCommit(0xdef) } });
  expect(next).toEqual([LOOK, 'git merge breakwater/7f3a/integration', 'breakwater clean']);
});

it('what failed is shown and what was held is brought in by hand, the first of each', () => {
  expect(commands('finished', { a: 'integrated', b: 'failed', c: 'held', d: 'failed', e: 'held' })).toEqual([
    LOOK,
    TAKE,
    'breakwater logs b',
    'breakwater retry b',
    'git merge breakwater/7f3a/c@2',
    'breakwater clean',
  ]);
});

it('an interrupted run goes on first of all, and is not taken over yet', () => {
  expect(commands('interrupted', { a: 'integrated', b: 'pending' })).toEqual(['breakwater resume 7f3a', LOOK]);
});

it('what failed in a run that is not over is run again by going on, not by itself', () => {
  expect(commands('interrupted', { a: 'failed', b: 'pending' })).toEqual(['breakwater resume 7f3a', 'breakwater logs a']);
});

it('where nothing is done there is nothing to look at', () => {
  expect(commands('finished', { a: 'failed', b: 'blocked' })).toEqual([
    'breakwater logs a',
    'breakwater retry a',
    'breakwater clean',
  ]);
});
