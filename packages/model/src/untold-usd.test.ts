import { expect, it } from 'vitest';
import { foldRun } from './fold-run.js';
import { taskId } from './task.js';
import { aCommit, aRunStarted, recorded } from './testing.js';
import { untoldUsd } from './untold-usd.js';
import { NO_USAGE } from './usage.js';

const a = taskId('a');
const { usd: _, ...unknown } = NO_USAGE;

/** Dollars untold of a task whose sessions had two dollars each and were stopped with this usage. */
function untold(
  runner: 'claude' | 'command',
  ...usages: readonly (typeof unknown & { readonly usd?: number })[]
): number | undefined {
  const lives = usages.flatMap((usage, n) => [
    { ev: 'task-started' as const, task: a, attempt: n + 1, lane: 0, base: aCommit(1), usd: 2 },
    { ev: 'task-stopped' as const, task: a, usage },
  ]);
  const state = foldRun(recorded([aRunStarted(['a'], { runner }), ...lives]));
  return state.tasks.map((task) => untoldUsd(state, task))[0];
}

it('what sessions may have spent that never told adds up, and nothing is added for those that told', () => {
  expect(untold('claude')).toBe(0);
  expect(untold('claude', unknown)).toBe(2);
  expect(untold('claude', unknown, { ...unknown, usd: 0 }, unknown)).toBe(4);
});

it('of programs that never tell nothing is reckoned', () => {
  expect(untold('command', unknown, unknown)).toBe(0);
});
