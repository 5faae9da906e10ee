import { basename, dirname } from 'node:path';
import { GitError, type Repository } from '@breakwater/git';
import { isVerifyPlace, removeInstalled } from '@breakwater/lane';
import { asideRefs, type CommitId, commitId, err, type Failure, ok, type Result, type RunId } from '@breakwater/model';
import { allRuns, type FoundRun, findRun, isOver } from './find-run.js';
import { type Frozen, thaw } from './frozen.js';
import { holdLock } from './hold-lock.js';
import { isNested, nested } from './nested.js';
import { openOrRebuild } from './open-or-rebuild.js';
import { openRepo } from './open-repo.js';
import { attemptRefs, worktreesFolder } from './places.js';
import { removeEmpty } from './remove-empty.js';
import type { RunChoice } from './run-choice.js';
import type { World } from './world.js';

export interface Cleaned {
  readonly runs: readonly RunId[];
  /** Worktrees removed, absolute. */
  readonly worktrees: readonly string[];
  /** Branches that still hold the work. */
  readonly branches: readonly string[];
}

/**
 * Removes the worktrees of ended runs, or of one named run, which it then gives up. Refuses as a whole when any of them holds
 * something that is neither committed, ignored, nor kept under a ref. Branches and refs stay: they are the work.
 */
export async function clean(choice: RunChoice, world: World): Promise<Result<Cleaned, Failure>> {
  if (isNested(world)) return err(nested('clean up'));
  const opened = await openRepo(choice.repo, world);
  if (!opened.ok) return opened;
  const repository = opened.value;
  // Held while it looks and removes: a run that began in between would lose the places it is just making.
  const lock = await holdLock(repository, 'clean', world);
  if (!lock.ok) return lock;
  try {
    return await cleanAlone(repository, choice, world);
  } finally {
    await lock.value.release();
  }
}

async function cleanAlone(repository: Repository, { run }: RunChoice, world: World): Promise<Result<Cleaned, Failure>> {
  const chosen = await chooseRuns(repository, run);
  if (!chosen.ok) return chosen;
  const runs = await Promise.all(chosen.value.map((found) => thawed(repository, found)));
  await pinOldest(repository, runs);
  for (const { folder } of runs) if (folder !== undefined) await repository.mendWorktrees(folder);
  const places = (await Promise.all(runs.map((one) => placesOf(repository, one)))).flat();
  // A session whose orchestrator was killed may have committed in a clone since.
  for (const { path, aside } of tasksOf(places)) await repository.bringHome(path, { aside }).catch(expected);
  const unsaved = await unsavedIn(repository, places);
  if (unsaved.length > 0) return err({ reason: 'unsaved-work', places: unsaved });
  return remove(repository, runs, places, world);
}

/** A run, and what cleaning asks of what it works from: read once, for a plan may be large. */
interface Thawed extends FoundRun {
  /** Where its worktrees are; undefined when nobody can tell any more. */
  readonly folder: string | undefined;
  readonly drivers: Frozen['drivers'];
}

async function thawed(repository: Repository, found: FoundRun): Promise<Thawed> {
  const frozen = await thaw(repository, found.run);
  const folder = frozen === undefined ? undefined : worktreesFolder(repository, frozen.config, found.run);
  return { ...found, folder: folder?.ok ? folder.value : undefined, drivers: frozen?.drivers };
}

async function chooseRuns(repository: Repository, wanted: string | undefined): Promise<Result<readonly FoundRun[], Failure>> {
  if (wanted === undefined) return ok((await allRuns(repository)).filter((one) => isOver(one.state)));
  const found = await findRun(repository, wanted);
  return found.ok ? ok([found.value]) : found;
}

/** One of our worktrees, with what is kept of its task. */
interface OurPlace {
  readonly path: string;
  /** What the task's attempts left; under refs, so it stays. */
  readonly kept: readonly CommitId[];
  /** Where what its clone held beside its branch is kept. */
  readonly aside: string;
}

/** Our git looks at files now, and a session may have planted what it would start: the drivers are those from before any of the runs. */
async function pinOldest(repository: Repository, runs: readonly Thawed[]): Promise<void> {
  const begun = [...runs].sort((a, b) => (a.state.startedAt < b.state.startedAt ? -1 : 1));
  await repository.pinDrivers(begun.find(({ drivers }) => drivers !== undefined)?.drivers);
}

/** What cannot be brought home is found unsaved. */
function expected(error: unknown): void {
  if (!(error instanceof GitError)) throw error;
}

/** Our worktrees are those below the run's own folder; git says which exist. */
async function placesOf(repository: Repository, { run, folder }: Thawed): Promise<readonly OurPlace[]> {
  if (folder === undefined) return [];
  const kept = await repository.listRefs(attemptRefs(run));
  const found = (await repository.listWorktrees()).filter((one) => one.path.startsWith(`${folder}/`));
  return found.map(({ path }) => ({ path, kept: keptOf(kept, run, basename(path)), aside: asideRefs(run, basename(path)) }));
}

/** A worktree is named after its attempt; no task id holds `@`. */
function keptOf(refs: Awaited<ReturnType<Repository['listRefs']>>, run: RunId, attempt: string): readonly CommitId[] {
  const [task = ''] = attempt.split('@');
  return refs.filter(({ ref }) => ref.startsWith(attemptRefs(run, task))).map(({ id }) => commitId(id));
}

async function unsavedIn(
  repository: Repository,
  places: readonly OurPlace[],
): Promise<Extract<Failure, { reason: 'unsaved-work' }>['places']> {
  const looked = await Promise.all(
    tasksOf(places).map(async ({ path, kept }) => ({ place: path, files: await repository.unsaved(path, kept) })),
  );
  return looked.filter((one) => one.files.length > 0);
}

/** What a verification left is nobody's work. */
function tasksOf(places: readonly OurPlace[]): readonly OurPlace[] {
  return places.filter(({ path }) => !isVerifyPlace(path));
}

async function remove(
  repository: Repository,
  runs: readonly Thawed[],
  places: readonly OurPlace[],
  world: World,
): Promise<Result<Cleaned, Failure>> {
  for (const { path, kept } of places) {
    const removed = await (isVerifyPlace(path) ? repository.discardWorktree(path) : repository.removeWorktree(path, kept));
    if (!removed.ok) return removed;
  }
  const finished = await Promise.all(runs.map(({ folder }) => finishFolder(repository, folder)));
  for (const found of runs) await giveUp(repository, found, world);
  const branches = await Promise.all(runs.map(({ run }) => repository.listRefs(`refs/heads/breakwater/${run}/`)));
  const names = branches.flat().map(({ ref }) => ref.slice('refs/heads/'.length));
  return ok({
    runs: runs.map(({ run }) => run),
    worktrees: [...places.map(({ path }) => path), ...finished.flat()],
    branches: names,
  });
}

/** What is left of a run's folder when no worktree of it is registered any more: removals that a kill cut short, and the folder. */
async function finishFolder(repository: Repository, folder: string | undefined): Promise<readonly string[]> {
  if (folder === undefined) return [];
  const finished = await repository.finishRemovals(folder);
  // A cache, and no orchestrator lives that could be using it.
  await removeInstalled(folder);
  await removeEmpty(folder, dirname(folder));
  return finished;
}

/** An unfinished run that was cleaned cannot be resumed; its journal says so. */
async function giveUp(repository: Repository, { run, state }: FoundRun, world: World): Promise<void> {
  if (isOver(state)) return;
  const opened = await openOrRebuild(repository, run, world);
  if (!opened.ok) return;
  await opened.value.journal.append({ ev: 'run-abandoned' });
  await opened.value.journal.close();
}
