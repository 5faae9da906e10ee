import type { RunState, TaskRun } from './run.js';

/** Dollars that sessions which were cut off may have spent beside what was told, at most. Only Claude Code tells; of other programs nothing is reckoned. */
export function untoldUsd({ runner }: RunState, { unknownUsd = 0 }: TaskRun): number {
  return runner === 'claude' ? unknownUsd : 0;
}
