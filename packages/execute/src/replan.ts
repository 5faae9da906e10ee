import type { ReplanCause, RunEvent, RunReplanned, RunState, TaskId } from '@breakwater/model';
import type { PlannerPort } from './ports.js';
import { isSettled, taskRun, tasksOfWave } from './progress.js';
import type { Recorder } from './recorder.js';
import { standingOf, waveStandingOf } from './standing.js';

/**
 * Asked again and again, looks at what happened since it last did, in an earlier sitting too. It says nothing while nothing new may
 * start anyway.
 */
export function replannerFor(
  recorder: Pick<Recorder, 'state' | 'sincePlanned'>,
  planner: PlannerPort,
  mayStart: () => boolean,
): () => RunReplanned | undefined {
  let looked: RunEvent | undefined;
  let found: readonly RunReplanned[] = [];
  return () => {
    const [next, ...others] = found;
    found = others;
    if (next !== undefined) return next;
    const events = recorder.sincePlanned();
    const news = events.slice(looked === undefined ? 0 : events.indexOf(looked) + 1);
    if (news.length === 0 || !mayStart()) return undefined;
    looked = news.at(-1);
    const [first, ...more] = replansAfter(news, recorder.state(), planner);
    found = more;
    return first;
  };
}

/**
 * What is planned anew after these events, the oldest first; nothing when all may stay as it is. What drifted into the way of others
 * is looked at first, for they would collide; then whether what is left can be arranged better. In a stream everyone who drifted is
 * told of, in waves one new plan keeps clear of all of them.
 */
function replansAfter(events: readonly RunEvent[], state: RunState, planner: PlannerPort): readonly RunReplanned[] {
  const drifts = events.flatMap((event) => (event.ev === 'task-committed' ? driftOf(event.task, state, planner) : []));
  if (state.schedule === 'stream') return drifts.map((drift) => ({ ev: 'run-replanned', ...drift }));
  const because = drifts[0]?.because ?? causeOf(events, state);
  const anew = because === undefined ? undefined : planAnew(because, state, planner);
  return anew === undefined ? [] : [anew];
}

type Drift = Pick<RunReplanned, 'because' | 'moved'>;

/** In waves only those count that would still start beside it. */
function driftOf(task: TaskId, state: RunState, planner: PlannerPort): readonly Drift[] {
  const standing = standingOf(state, 0);
  const beside =
    state.schedule === 'stream' ? standing.waiting : standing.waiting.filter((one) => waveOf(state, one.task) === state.wave);
  const { tasks, paths } = planner.meeting({ ...standing, waiting: beside }, task);
  return tasks.length === 0 ? [] : [{ because: { kind: 'drift', task, paths }, moved: tasks }];
}

/** A collision that will be reworked changes nothing for others yet. */
function causeOf(events: readonly RunEvent[], state: RunState): ReplanCause | undefined {
  const reopened = events.flatMap((event) => (event.ev === 'task-reopened' ? [event.task] : []));
  if (reopened.length > 0) return { kind: 'tasks', tasks: reopened };
  const failed = events.flatMap((event) => (event.ev === 'task-failed' || event.ev === 'task-held' ? [event.task] : []));
  const last = failed.filter((id) => isSettled(taskRun(state, id))).at(-1);
  return last === undefined ? undefined : { kind: 'failure', task: last };
}

function planAnew(because: ReplanCause, state: RunState, planner: PlannerPort): RunReplanned | undefined {
  const coming = planner.rest(waveStandingOf(state));
  if (coming === undefined) return undefined;
  const from = firstFreeWave(state);
  const moved = coming.flatMap((wave, n) => wave.filter((id) => waveOf(state, id) !== from + n));
  return { ev: 'run-replanned', because, moved, from, waves: [...coming, ...blockedWaves(state, from)] };
}

/** Who will not run stands behind all that do, wave by wave as before. */
function blockedWaves(state: RunState, from: number): readonly (readonly TaskId[])[] {
  const waves = state.waves.map((_, n) => tasksOfWave(state, n + 1).filter((task) => task.state.state === 'blocked'));
  return waves.slice(from - 1).flatMap((wave) => (wave.length === 0 ? [] : [wave.map(({ id }) => id)]));
}

/** Behind every wave that somebody has begun. */
function firstFreeWave(state: RunState): number {
  const begun = state.tasks.filter((task) => task.state.state !== 'pending' && task.state.state !== 'blocked');
  return 1 + Math.max(state.wave, ...begun.map(({ wave }) => wave));
}

function waveOf(state: RunState, task: TaskId): number | undefined {
  return state.tasks.find(({ id }) => id === task)?.wave;
}
