import {
  type Again,
  awaitsReview,
  type CommitId,
  isReworkDue,
  type RunState,
  type TaskId,
  type TaskRun,
} from '@breakwater/model';
import { isDue } from './pace.js';
import type { PlannerPort } from './ports.js';
import { isSettled, tasksInPlay } from './progress.js';
import { standingOf } from './standing.js';

/** What the loop may ask of the world now. */
export type Action =
  | {
      readonly do: 'start';
      readonly task: TaskId;
      readonly attempt: number;
      readonly lane: number;
      readonly base: CommitId;
      readonly again?: Again;
    }
  /** All that are ready, in plan order. */
  | { readonly do: 'integrate'; readonly tasks: readonly TaskId[] };

export interface Now {
  /** Sessions at once. */
  readonly slots: number;
  /** An integration is under way; there is one at a time. */
  readonly integrating: boolean;
  /** Milliseconds since 1970, for tasks that have to wait. */
  readonly time: number;
}

/** Decides from the state alone. */
export function nextActions(state: RunState, now: Now, planner: PlannerPort): readonly Action[] {
  const integrate = now.integrating ? undefined : nextToIntegrate(state);
  return [...(integrate === undefined ? [] : [integrate]), ...starts(state, now, planner)];
}

/**
 * In plan order: in a wave the tasks whose work is there, up to the first that is still at work, so that the chain does not depend on
 * who is quick. A stream waits for nobody.
 */
function nextToIntegrate(state: RunState): Action | undefined {
  const open = tasksInPlay(state).filter((task) => !isSettled(task));
  const isReady = (task: TaskRun): boolean => hasWork(task) && !awaitsReview(state, task);
  const end = open.findIndex((task) => !isReady(task));
  // A wave that is reviewed as one is integrated as one.
  if (state.schedule === 'waves' && state.review === 'wave' && end !== -1) return undefined;
  const ready = state.schedule === 'stream' ? open.filter(isReady) : open.slice(0, end === -1 ? open.length : end);
  return ready.length === 0 ? undefined : { do: 'integrate', tasks: ready.map((task) => task.id) };
}

function hasWork({ state }: TaskRun): boolean {
  return state.state === 'committed' || state.state === 'verified';
}

function starts(state: RunState, { slots, time }: Now, planner: PlannerPort): readonly Action[] {
  const taken = new Set(tasksInPlay(state).flatMap((task) => (task.state.state === 'running' ? [task.state.lane] : [])));
  const free = Array.from({ length: slots }, (_, lane) => lane).filter((lane) => !taken.has(lane));
  return turns(state, { room: Math.max(0, slots - taken.size), time }, planner).map((task, n) => ({
    do: 'start',
    task: task.id,
    attempt: task.attempts + 1,
    lane: free[n] ?? n,
    ...beginning(state, task),
  }));
}

/** From the base of its wave, in a stream from the tip; what was interrupted from where it was, what collided onto the new tip. */
function beginning(state: RunState, task: TaskRun): { readonly base: CommitId; readonly again?: Again } {
  const fresh = state.schedule === 'stream' ? state.tip : state.waveBase;
  const place = task.place ?? task.attempts;
  if (task.state.state === 'held') return { base: state.tip, again: { why: 'collision', place, commit: task.state.work.commit } };
  const again = task.state.state === 'pending' ? task.state.again : undefined;
  if (again === undefined) return { base: fresh };
  const { base, ...rest } = again;
  return { base, again: rest };
}

/** Whose turn it is: first what is to be reworked, for others wait behind it; in a wave the waiting tasks in plan order, in a stream whom the planner names. */
function turns(
  state: RunState,
  { room, time }: { readonly room: number; readonly time: number },
  planner: PlannerPort,
): readonly TaskRun[] {
  const due = tasksInPlay(state).filter((task) => isDue(state, task, time));
  const waiting = due.filter((task) => task.state.state === 'pending');
  const reworks = due.filter(isReworkDue).slice(0, room);
  const left = room - reworks.length;
  if (state.schedule === 'waves') return [...reworks, ...waiting.slice(0, left)];
  const named = left === 0 || waiting.length === 0 ? [] : planner.nextStarts(standingOf(state, left));
  return [...reworks, ...named.flatMap((id) => waiting.filter((task) => task.id === id))];
}
