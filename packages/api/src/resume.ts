import type { Lock, Repository } from '@breakwater/git';
import type { Journal } from '@breakwater/journal';
import { err, type Failure, foldRun, ok, type Recorded, type Result, type RunEvent, type RunState } from '@breakwater/model';
import { checkRunner } from '@breakwater/session';
import { drive, type RunListener } from './drive.js';
import { type FoundRun, findRun } from './find-run.js';
import { diedAtEnd, finishEnd } from './finish-end.js';
import { finishUndo } from './finish-undo.js';
import { type Frozen, thaw } from './frozen.js';
import { holdLock } from './hold-lock.js';
import { findLeftovers } from './leftovers.js';
import { isNested, nested } from './nested.js';
import { openOrRebuild } from './open-or-rebuild.js';
import { openRepo } from './open-repo.js';
import { runRefs, worktreesFolder } from './places.js';
import { restoreRefs } from './restore-refs.js';
import type { RunChoice } from './run-choice.js';
import { sandboxGone } from './sandbox.js';
import type { World } from './world.js';

/** Goes on with a run that was interrupted or killed: to the same final tree as an undisturbed run. */
export function resume(choice: RunChoice, listener: RunListener, world: World): Promise<Result<RunState, Failure>> {
  const begin: Beginning = ({ run, outcome }) => (outcome === 'finished' ? err({ reason: 'run-finished', run }) : ok([]));
  return resumeWith(begin, { choice, listener, world });
}

interface Sitting {
  readonly choice: RunChoice;
  readonly listener: RunListener;
  readonly world: World;
}

/** What the user's word adds to the journal before the run goes on, or why it cannot. */
export type Beginning = (state: RunState) => Result<readonly RunEvent[], Failure>;

/** The same after something was changed about the run, which may be finished. */
export async function resumeWith(begin: Beginning, { choice, listener, world }: Sitting): Promise<Result<RunState, Failure>> {
  if (isNested(world)) return err(nested('go on with a run'));
  const opened = await openRepo(choice.repo, world);
  if (!opened.ok) return opened;
  const repository = opened.value;
  const found = await findRun(repository, choice.run);
  if (!found.ok) return found;
  if (found.value.state.outcome === 'abandoned') return err({ reason: 'run-finished', run: found.value.run });
  const first = begin(found.value.state);
  if (!first.ok) return (await diedAtEnd(repository, found.value)) ? endAnew(repository, found.value, world) : first;
  const frozen = await readFrozen(repository, found.value, world);
  if (!frozen.ok) return frozen;
  const lock = await holdLock(repository, found.value.run, world);
  if (!lock.ok) return lock;
  try {
    return await goOn(repository, { found: found.value, frozen: frozen.value, begin }, { lock: lock.value, listener, world });
  } finally {
    await lock.value.release();
  }
}

/** Its end was never told, so it is told now. */
async function endAnew(repository: Repository, found: FoundRun, world: World): Promise<Result<RunState, Failure>> {
  const lock = await holdLock(repository, found.run, world);
  if (!lock.ok) return lock;
  await finishEnd(repository, found, { lock: lock.value, world });
  return ok(found.state);
}

/** The plan as it was frozen; and the runner must still be there. */
async function readFrozen(repository: Repository, { run, state }: FoundRun, world: World): Promise<Result<Frozen, Failure>> {
  const replaced = await otherPlan(repository, state);
  if (replaced !== undefined) return err(replaced);
  const frozen = await thaw(repository, run, state.frozen);
  if (frozen === undefined) {
    const hint = `The work of its sessions is on the branches breakwater/${run}/*; nothing is guessed.`;
    return err({ reason: 'damaged', message: `The plan of run ${run} is gone or cannot be read, so it cannot go on.`, hint });
  }
  const check = { runner: frozen.runner, claude: frozen.config.claude, environment: world.environment, cwd: repository.root };
  const checked = await checkRunner(check);
  if (!checked.ok) return checked;
  const gone = await sandboxGone(frozen.protection, world);
  return gone === undefined ? ok(frozen) : err(gone);
}

/** A session can write refs: it could have put commands of its own, or other limits, in the place of what the run began with. */
async function otherPlan(repository: Repository, { run, frozen }: RunState): Promise<Failure | undefined> {
  const ref = runRefs(run).frozen;
  if (frozen === undefined || ((await repository.readRef(ref)) ?? frozen) === frozen) return undefined;
  const message = `The plan of run ${run} is not the one it began with: somebody has written ${ref}.`;
  return { reason: 'damaged', message, hint: `Put it back, then resume: git update-ref ${ref} ${frozen}` };
}

/** What the one before left, and was put right before anything went on. */
function told(repaired: readonly string[]): readonly RunEvent[] {
  return repaired.map((text) => ({ ev: 'note', text }));
}

async function goOn(
  repository: Repository,
  { found: { run }, frozen, begin }: { readonly found: FoundRun; readonly frozen: Frozen; readonly begin: Beginning },
  { lock, listener, world }: { lock: Lock; listener: RunListener; world: World },
): Promise<Result<RunState, Failure>> {
  // Before any git of ours looks at files: what is configured now may be a session's.
  await repository.pinDrivers(frozen.drivers);
  for (const { remove } of await findLeftovers(repository, world)) await remove();
  const worktrees = worktreesFolder(repository, frozen.config, run);
  if (!worktrees.ok) return worktrees;
  const repaired = await repository.repairWorktrees(worktrees.value);
  const journal = await openOrRebuild(repository, run, world);
  if (!journal.ok) return journal;
  const opened: { journal: Journal; records: readonly Recorded[] } = journal.value;
  try {
    // Asked again, for before the lock was ours somebody else may have gone on with the run.
    const state = foldRun(opened.records);
    const first = begin(state);
    if (!first.ok) return first;
    await finishUndo({ repository, run, state, lock });
    const records = [...opened.records];
    for (const event of [...told(repaired), ...(await restoreRefs(repository, state))]) {
      const record = await opened.journal.append(event);
      records.push(record);
      listener.record(record, state, state);
    }
    for (const event of first.value) records.push(await opened.journal.append(event));
    return ok(
      await drive(
        { run, repository, lock, frozen, worktrees: worktrees.value, listener, journal: opened.journal, records },
        world,
      ),
    );
  } finally {
    await opened.journal.close();
  }
}
