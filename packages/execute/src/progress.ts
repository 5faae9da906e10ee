import {
  isReworkDue,
  type LaneId,
  type RunId,
  type RunState,
  type TaskId,
  type TaskRun,
  type TaskState,
} from '@breakwater/model';

const SETTLED: ReadonlySet<TaskState['state']> = new Set(['integrated', 'held', 'failed', 'blocked']);

/** Nothing more will happen to the task in this run without the user's word. */
export function isSettled(task: TaskRun): boolean {
  return SETTLED.has(task.state.state) && !isReworkDue(task);
}

/** The lane of the present or last attempt at a task. */
export function laneId(run: RunId, { id, attempts, place }: TaskRun): LaneId {
  return { run, task: id, attempt: attempts, ...(place === undefined ? {} : { place }) };
}

/** The tasks of a wave, in plan order. */
export function tasksOfWave(state: RunState, wave: number): readonly TaskRun[] {
  return state.tasks.filter((task) => task.wave === wave);
}

/** Among whom the loop may choose now, in plan order: the present wave, or all tasks of a stream. */
export function tasksInPlay(state: RunState): readonly TaskRun[] {
  return state.schedule === 'stream' ? state.tasks : tasksOfWave(state, state.wave);
}

export function taskRun(state: RunState, id: TaskId): TaskRun {
  const found = state.tasks.find((task) => task.id === id);
  if (found === undefined) throw new Error(`Internal error: no task ${id} in run ${state.run}`);
  return found;
}

/** How many tasks besides one have not begun. */
export function pendingBeside(state: RunState, id: TaskId): number {
  return state.tasks.filter((task) => task.id !== id && task.state.state === 'pending').length;
}

/** One of the plan's tasks, or of those that were written. */
export function planned<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const found = list.find((one) => one.id === id);
  if (found === undefined) throw new Error(`Internal error: no task ${id}`);
  return found;
}
