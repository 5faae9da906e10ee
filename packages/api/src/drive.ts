import { dirname, join } from 'node:path';
import { executeRun, type JournalPort, type Ports, type RunInput, settleByHubs } from '@breakwater/execute';
import type { Lock, Repository } from '@breakwater/git';
import type { Journal } from '@breakwater/journal';
import { createLocalLanes } from '@breakwater/lane';
import { foldRecord, foldRun, type LaneNews, type Recorded, type RunId, type RunState } from '@breakwater/model';
import { createPlanner } from '@breakwater/plan';
import { startWatchdog, sweep } from '@breakwater/session';
import { affectedBy } from './affected-by.js';
import type { Frozen } from './frozen.js';
import { runFolder, runMarker } from './places.js';
import { removeEmpty } from './remove-empty.js';
import { repositoryPort } from './repository-port.js';
import { REWORKS } from './reworks.js';
import { version } from './version.js';
import type { World } from './world.js';

/** Whoever watches a run: every record with the state before and after it, and news between records. */
export interface RunListener {
  readonly record: (record: Recorded, before: RunState | undefined, after: RunState) => void;
  readonly news: (news: LaneNews) => void;
}

export interface DriveOrder {
  readonly run: RunId;
  readonly repository: Repository;
  readonly lock: Lock;
  readonly journal: Journal;
  readonly frozen: Frozen;
  /** Its object id, for the journal of a run that begins. */
  readonly frozenAs?: string;
  readonly records: readonly Recorded[];
  /** Absolute folder of this run's worktrees. */
  readonly worktrees: string;
  readonly listener: RunListener;
}

/** Connects the real ports and runs the loop. */
export async function drive(order: DriveOrder, world: World): Promise<RunState> {
  const { frozen } = order;
  const input: RunInput = {
    run: order.run,
    plan: frozen.plan,
    tasks: frozen.tasks,
    runner: frozen.runner,
    ...(frozen.config.prepare === undefined ? {} : { prepare: frozen.config.prepare }),
    ...(frozen.budgetUsd === undefined ? {} : { budgetUsd: frozen.budgetUsd }),
    ...(frozen.protection === undefined ? {} : { protection: frozen.protection }),
    hubs: frozen.config.hubs,
    ...(frozen.onFailure === undefined ? {} : { onFailure: frozen.onFailure }),
    ...(frozen.review === undefined ? {} : { review: frozen.review }),
    retry: frozen.config.retry,
    reworks: REWORKS,
    ...(order.frozenAs === undefined ? {} : { frozen: order.frozenAs }),
    version: version(),
    records: order.records,
  };
  world.hurry.addEventListener('abort', () => void sweep(runMarker(order.repository, order.run)), { once: true });
  const watchdog = startWatchdog(world.pid);
  const hold = await order.repository.holdGc(world.pid);
  try {
    const ports = connect(order, world);
    const state = await executeRun(input, ports);
    await ports.lanes.leave(order.run);
    await removeEmpty(order.worktrees, dirname(order.worktrees));
    return state;
  } finally {
    watchdog.dismiss();
    await hold?.release();
  }
}

function connect({ repository, frozen, run, worktrees, lock, journal, records, listener }: DriveOrder, world: World): Ports {
  const lanes = createLocalLanes({
    repository,
    config: frozen.config,
    worktrees,
    logs: join(runFolder(repository, run), 'logs'),
    sitting: world.pid,
    environment: world.environment,
    sandbox: frozen.protection?.sandbox?.use === 'bubblewrap',
    affected: (change) => affectedBy(change, repository),
    settle: settleByHubs(frozen.config.hubs),
    newSessionId: world.uuid,
  });
  return {
    lanes,
    repository: repositoryPort(repository, lock, world),
    planner: createPlanner(frozen.plan, frozen.config.resources),
    journal: heard(journal, records, listener),
    stop: world.stop,
    clock: { now: world.now, until: world.until },
    onNews: listener.news,
  };
}

/** Output is a consequence of what was recorded. */
function heard(journal: Journal, records: readonly Recorded[], listener: RunListener): JournalPort {
  let state: RunState | undefined = records.length === 0 ? undefined : foldRun(records);
  return {
    append: async (event) => {
      const record = await journal.append(event);
      const before = state;
      state = before === undefined ? foldRun([record]) : foldRecord(before, record);
      listener.record(record, before, state);
      return record;
    },
  };
}
