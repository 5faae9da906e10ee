import { GitError, type Repository } from '@breakwater/git';
import { type CommitId, err, type LaneOrder, ok, type Result } from '@breakwater/model';
import { clearLeftovers } from './clear-leftovers.js';
import { failureMessage } from './failure-message.js';
import { detectInstall } from './install/detect-install.js';
import type { LocalLaneSetting } from './local-lane-setting.js';
import { lanePlace } from './places.js';

/** A worktree to work in. */
export interface OpenedPlace {
  readonly path: string;
  /** What it was just made at; undefined where somebody worked in it before. */
  readonly at?: CommitId;
  /** Whether what it needs must be installed first. Never where a merge is not concluded: nobody knows what it will need. */
  readonly bare: boolean;
  /** Paths that a merge left in conflict, for the session to resolve. */
  readonly conflicts: readonly string[];
  /** Paths in conflict that the policies of their hubs settled. */
  readonly settled?: readonly string[];
}

/** The worktree on the order's branch: one that is already there, one whose work goes on, or a new one. Fails in a sentence. */
export async function openPlace(order: LaneOrder, setting: LocalLaneSetting): Promise<Result<OpenedPlace, string>> {
  const place = await (order.again === undefined ? openFresh(order, setting) : openAgain(order, order.again, setting));
  if (place.ok && setting.config.isolation === 'clone') await setting.repository.giveClone(place.value.path);
  return place;
}

async function openFresh(order: LaneOrder, setting: LocalLaneSetting): Promise<Result<OpenedPlace, string>> {
  const { repository } = setting;
  const path = lanePlace(setting, order.id);
  const isThere =
    (await repository.worktreeHead(path)) !== undefined &&
    (await repository.listWorktrees()).some((one) => one.branch === order.branch);
  return isThere ? ok({ path, bare: true, conflicts: [] }) : make(path, order.base, { order, repository });
}

type Made = { readonly order: LaneOrder; readonly repository: Repository };

async function make(path: string, base: CommitId, { order, repository }: Made): Promise<Result<OpenedPlace, string>> {
  const { run, task, attempt } = order.id;
  const reason = `breakwater run ${run}, task ${task}, attempt ${attempt}`;
  const added = await repository.addWorktree({ path, branch: order.branch, base, reason });
  return added.ok ? ok({ path: added.value.path, at: base, bare: true, conflicts: [] }) : err(failureMessage(added.error));
}

type Earlier = NonNullable<LaneOrder['again']>;

/** In the folder of the earlier attempt, for there its conversation has its bearings; on a branch of its own, so that branch stays. */
async function openAgain(order: LaneOrder, again: Earlier, setting: LocalLaneSetting): Promise<Result<OpenedPlace, string>> {
  const { repository } = setting;
  const path = lanePlace(setting, order.id);
  if ((await repository.worktreeHead(path)) === undefined) {
    // Git still has an entry of a folder that was deleted by hand.
    await repository.removeWorktree(path);
    const made = await make(path, again.commit, { order, repository });
    return made.ok ? bring(made.value, order, again, setting) : made;
  }
  // What an interrupted rework left half done is under a ref; it begins anew from the work that was held.
  const reset = again.why === 'collision' ? { reset: again.commit } : {};
  await repository.switchBranch(path, { branch: order.branch, ...reset });
  if (again.why === 'collision') await clearLeftovers(repository, path);
  return bring({ path, bare: false, conflicts: [] }, order, again, setting);
}

/** Merges the order's base into the place, when it is not in its work yet. */
async function bring(
  place: OpenedPlace,
  order: LaneOrder,
  { commit }: Earlier,
  { repository, settle }: LocalLaneSetting,
): Promise<Result<OpenedPlace, string>> {
  if (await repository.isAncestor(order.base, commit)) return ok(place);
  const before = await detectInstall(place.path);
  const message = `Bring ${order.id.task} up to what is integrated`;
  const how = settle === undefined ? {} : { settle };
  const merged = await repository.mergeInto(place.path, { commit: order.base, message, ...how }).catch(sentence);
  if (typeof merged === 'string') return err(merged);
  const { conflicts } = merged;
  const settled = merged.settled.map(({ path }) => path);
  const after = await detectInstall(place.path);
  const changed = before?.content !== after?.content;
  return ok({ path: place.path, bare: conflicts.length === 0 && (place.bare || changed), conflicts, settled });
}

function sentence(error: unknown): string {
  if (!(error instanceof GitError)) throw error;
  return `what is integrated could not be merged into it: ${error.message}`;
}
