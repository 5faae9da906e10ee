import type { RunEvent, RunState, TaskRun } from '@breakwater/model';
import { isSettled, taskRun, tasksOfWave } from './progress.js';

/**
 * What follows from the state without asking the world: a dependent of a failed task is blocked, what is left is planned anew where
 * that helps, a settled wave is over, the next one begins on the integrated tip. At most one event, so that the next is decided on
 * the state after it.
 */
export function nextConsequence(state: RunState, replan: () => RunEvent | undefined): RunEvent | undefined {
  if (state.outcome === 'finished') return undefined;
  return blockedTask(state) ?? replan() ?? (state.schedule === 'stream' ? streamEnd(state) : waveChange(state));
}

function blockedTask(state: RunState): RunEvent | undefined {
  for (const task of state.tasks) {
    if (task.state.state !== 'pending') continue;
    const by = task.after.find((id) => cannotArrive(taskRun(state, id)));
    if (by !== undefined) return { ev: 'task-blocked', task: task.id, by };
  }
  return undefined;
}

/** Its code will not be in the chain. */
function cannotArrive(task: TaskRun): boolean {
  return isSettled(task) && task.state.state !== 'integrated';
}

function streamEnd(state: RunState): RunEvent | undefined {
  return state.tasks.every(isSettled) ? { ev: 'run-finished', tip: state.tip } : undefined;
}

function waveChange(state: RunState): RunEvent | undefined {
  if (!tasksOfWave(state, state.wave).every(isSettled)) return undefined;
  const next = nextOpenWave(state);
  return next === undefined ? { ev: 'run-finished', tip: state.tip } : { ev: 'wave-started', wave: next, base: state.tip };
}

/** Waves whose every task is blocked already are passed over. */
function nextOpenWave(state: RunState): number | undefined {
  for (let wave = state.wave + 1; wave <= state.waves.length; wave += 1) {
    if (!tasksOfWave(state, wave).every(isSettled)) return wave;
  }
  return undefined;
}
