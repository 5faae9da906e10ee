import type { CommitId, HubRule, Plan, RunEvent, Task, TaskId } from '@breakwater/model';

/** What a run is held against. */
export interface RunRules {
  readonly plan: Plan;
  readonly tasks: ReadonlyMap<TaskId, Task>;
  readonly capacities: Readonly<Record<string, number>>;
  readonly hubs: readonly HubRule[];
}

/**
 * `running`: a session is at work; `ready`: it is over, and its work is not in the chain; `held`: what it wrote does not fit the chain,
 * and it may be taken up again; `given up`: failed or blocked, until somebody has it run again.
 */
export type Stand = 'waiting' | 'running' | 'ready' | 'integrated' | 'held' | 'given up';

/** A run as an onlooker sees it, after some of its events. */
export interface Watched {
  readonly stands: ReadonlyMap<TaskId, Stand>;
  readonly lanes: ReadonlyMap<TaskId, number>;
  readonly attempts: ReadonlyMap<TaskId, number>;
  /** What the last attempt began from. */
  readonly bases: ReadonlyMap<TaskId, CommitId>;
  /** By blocked task: what it needs and will not get. */
  readonly blockedBy: ReadonlyMap<TaskId, TaskId>;
  /** Commits that passed verification, by task. */
  readonly verified: ReadonlyMap<TaskId, CommitId>;
  readonly waveOf: ReadonlyMap<TaskId, number>;
  /** The wave that runs, from 1; 0 before the first. */
  readonly wave: number;
  readonly waveBase: CommitId;
  readonly tip: CommitId;
}

export function beginWatch(plan: Plan): Watched {
  return {
    stands: new Map(plan.tasks.map(({ id }) => [id, 'waiting'])),
    lanes: new Map(),
    attempts: new Map(),
    bases: new Map(),
    blockedBy: new Map(),
    verified: new Map(),
    waveOf: new Map(plan.waves.flatMap((wave, n) => wave.map((id) => [id, n + 1] as const))),
    wave: 0,
    waveBase: plan.base.commit,
    tip: plan.base.commit,
  };
}

/** Those whose work is under way and not where others start from. */
export function openTasks({ stands }: Watched): readonly TaskId[] {
  return [...stands].filter(([, stand]) => stand === 'running' || stand === 'ready').map(([id]) => id);
}

export function watch(seen: Watched, event: RunEvent): Watched {
  switch (event.ev) {
    case 'wave-started':
      return { ...seen, wave: event.wave, waveBase: event.base };
    case 'run-replanned':
      return { ...seen, waveOf: new Map([...seen.waveOf, ...newPlaces(event)]) };
    case 'task-started':
      return {
        ...stand(seen, event.task, 'running'),
        lanes: new Map(seen.lanes).set(event.task, event.lane),
        attempts: new Map(seen.attempts).set(event.task, event.attempt),
        bases: new Map(seen.bases).set(event.task, event.base),
      };
    case 'batch-verified':
      return { ...seen, verified: new Map([...seen.verified, ...event.members.map((one) => [one.task, one.commit] as const)]) };
    case 'task-verified':
      return { ...seen, verified: new Map(seen.verified).set(event.task, event.candidate) };
    case 'task-integrated':
      return { ...stand(seen, event.task, 'integrated'), tip: event.commit };
    case 'task-undone':
      return { ...stand(seen, event.task, 'given up'), tip: event.to };
    case 'task-reopened':
      return { ...reopened(seen, event.task), wave: 0 };
    default:
      return watchTask(seen, event);
  }
}

function watchTask(seen: Watched, event: RunEvent): Watched {
  switch (event.ev) {
    case 'task-committed':
      return stand(seen, event.task, 'ready');
    case 'task-stopped':
    case 'task-retried':
      return stand(seen, event.task, 'waiting');
    case 'task-held':
      return stand(seen, event.task, 'held');
    case 'task-failed':
      return stand(seen, event.task, 'given up');
    case 'task-blocked':
      return { ...stand(seen, event.task, 'given up'), blockedBy: new Map(seen.blockedBy).set(event.task, event.by) };
    default:
      return seen;
  }
}

function newPlaces({ from, waves }: Extract<RunEvent, { ev: 'run-replanned' }>): readonly (readonly [TaskId, number])[] {
  return (waves ?? []).flatMap((wave, n) => wave.map((id) => [id, (from ?? 1) + n] as const));
}

function stand(seen: Watched, task: TaskId, is: Stand): Watched {
  return { ...seen, stands: new Map(seen.stands).set(task, is) };
}

/** With those it blocks, through others too. */
function reopened(seen: Watched, task: TaskId): Watched {
  const stands = new Map(seen.stands).set(task, 'waiting');
  for (const id of stands.keys()) if (leadsTo(seen, id, task)) stands.set(id, 'waiting');
  return { ...seen, stands };
}

function leadsTo({ stands, blockedBy }: Pick<Watched, 'stands' | 'blockedBy'>, id: TaskId, task: TaskId): boolean {
  if (stands.get(id) !== 'given up') return false;
  const by = blockedBy.get(id);
  return by !== undefined && (by === task || leadsTo({ stands, blockedBy }, by, task));
}
