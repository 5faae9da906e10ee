import type { Lock, Repository } from '@breakwater/git';
import { type Journal, openJournal } from '@breakwater/journal';
import { removeTempFolders } from '@breakwater/lane';
import { err, type Failure, ok, type Recorded, type Result, type RunState } from '@breakwater/model';
import { checkRunner, sweep } from '@breakwater/session';
import { drive, type RunListener } from './drive.js';
import { type FoundRun, findRun, isOver } from './find-run.js';
import { type Frozen, thaw } from './frozen.js';
import { holdLock } from './hold-lock.js';
import { openRepo } from './open-repo.js';
import { runFolder, runMarker, worktreesFolder } from './places.js';
import type { World } from './world.js';

export interface RunChoice {
  readonly repo?: string;
  /** A run id; the newest run if not given. */
  readonly run?: string;
}

/** Goes on with a run that was interrupted or killed: to the same final tree as an undisturbed run. */
export async function resume(choice: RunChoice, listener: RunListener, world: World): Promise<Result<RunState, Failure>> {
  const opened = await openRepo(choice.repo, world);
  if (!opened.ok) return opened;
  const repository = opened.value;
  const found = await findRun(repository, choice.run);
  if (!found.ok) return found;
  if (isOver(found.value.state)) return err({ reason: 'run-finished', run: found.value.run });
  const frozen = await readFrozen(repository, found.value, world);
  if (!frozen.ok) return frozen;
  const lock = await holdLock(repository, found.value.run, world);
  if (!lock.ok) return lock;
  try {
    return await goOn(repository, found.value, frozen.value, { lock: lock.value, listener, world });
  } finally {
    await lock.value.release();
  }
}

/** The plan as it was frozen; and the runner must still be there. */
async function readFrozen(repository: Repository, { run }: FoundRun, world: World): Promise<Result<Frozen, Failure>> {
  const frozen = await thaw(repository, run);
  if (frozen === undefined) {
    const hint = `The work of its sessions is on the branches breakwater/${run}/*; nothing is guessed.`;
    return err({ reason: 'damaged', message: `The plan of run ${run} is gone, so it cannot go on.`, hint });
  }
  const check = { runner: frozen.runner, claude: frozen.config.claude, environment: world.environment, cwd: repository.root };
  const checked = await checkRunner(check);
  return checked.ok ? ok(frozen) : checked;
}

async function goOn(
  repository: Repository,
  { run }: FoundRun,
  frozen: Frozen,
  { lock, listener, world }: { lock: Lock; listener: RunListener; world: World },
): Promise<Result<RunState, Failure>> {
  await sweep(runMarker(repository, run));
  await removeTempFolders({ repository, environment: world.environment }, run);
  const worktrees = worktreesFolder(repository, frozen.config, run);
  if (!worktrees.ok) return worktrees;
  await repository.repairWorktrees(worktrees.value);
  const journal = await openJournal({ folder: runFolder(repository, run), now: world.now });
  if (!journal.ok) return journal;
  const opened: { journal: Journal; records: readonly Recorded[] } = journal.value;
  try {
    return ok(await drive({ run, repository, lock, frozen, worktrees: worktrees.value, listener, ...opened }, world));
  } finally {
    await opened.journal.close();
  }
}
