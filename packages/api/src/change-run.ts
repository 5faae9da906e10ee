import type { Lock, Repository } from '@breakwater/git';
import {
  type CommitId,
  err,
  type Failure,
  foldRun,
  ok,
  type Recorded,
  type Result,
  type RunEvent,
  type RunId,
  type RunState,
} from '@breakwater/model';
import { findRun } from './find-run.js';
import { finishUndo } from './finish-undo.js';
import { holdLock } from './hold-lock.js';
import { isNested, nested } from './nested.js';
import { openOrRebuild } from './open-or-rebuild.js';
import { openRepo } from './open-repo.js';
import type { RunChoice } from './run-choice.js';
import type { World } from './world.js';

/** A run in which nobody is at work, and which is ours for the moment. */
export interface OpenRun {
  readonly repository: Repository;
  readonly run: RunId;
  readonly state: RunState;
  readonly records: readonly Recorded[];
  readonly lock: Lock;
  /** Before the act it tells of. */
  readonly note: (event: RunEvent) => Promise<void>;
}

/** Takes the lock, does something to a run by the user's word, and gives the lock back. Refused while an orchestrator is at work. */
export async function changeRun<T>(
  choice: RunChoice,
  change: (open: OpenRun) => Promise<Result<T, Failure>>,
  world: World,
): Promise<Result<T, Failure>> {
  if (isNested(world)) return err(nested('land or take back work'));
  const opened = await openRepo(choice.repo, world);
  if (!opened.ok) return opened;
  const repository = opened.value;
  const found = await findRun(repository, choice.run);
  if (!found.ok) return found;
  const { run } = found.value;
  const lock = await holdLock(repository, run, world);
  if (!lock.ok) return lock;
  try {
    const journal = await openOrRebuild(repository, run, world);
    if (!journal.ok) return journal;
    const { records } = journal.value;
    const note = async (event: RunEvent): Promise<void> => void (await journal.value.journal.append(event));
    try {
      return await change({ repository, run, state: foldRun(records), records, lock: lock.value, note });
    } finally {
      await journal.value.journal.close();
    }
  } finally {
    await lock.value.release();
  }
}

/**
 * Where the integration branch is. Fails when that is not where the run left it: then it holds somebody's commits, which are not
 * ours to judge.
 */
export async function settledTip(open: OpenRun, refuse: (message: string) => Failure): Promise<Result<CommitId, Failure>> {
  const { tip, integration } = open.state;
  const is = await finishUndo(open);
  if (is === tip) return ok(tip);
  return err(refuse(is === undefined ? `The branch ${integration} is gone.` : `${integration} was moved by somebody else.`));
}
