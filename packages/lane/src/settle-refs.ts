import type { Repository } from '@breakwater/git';
import type { CommitId, LaneOrder } from '@breakwater/model';
import type { LaneWorld } from './lane-world.js';
import { refusal } from './refusal.js';
import { type Refs, writtenBySession } from './watch-refs.js';

interface Left {
  readonly order: LaneOrder;
  readonly world: LaneWorld;
  readonly place: string;
  /** What the session left, saved already. */
  readonly commit: CommitId | undefined;
}

/** Says what a session did to branches that are not its own, and has its own hold its work again. A git that refuses loses nothing here. */
export async function settleRefs(before: Refs, { order, world, place, commit }: Left): Promise<void> {
  const { repository } = world.setting;
  try {
    const written = await writtenBySession(before, { order, commit, repository });
    for (const text of written) world.news({ kind: 'warning', text });
    if (commit !== undefined) await returnToBranch(place, { order, commit, repository });
  } catch (error) {
    world.news({ kind: 'warning', text: refusal(error) });
  }
}

/**
 * A session may have gone over to another branch, or to none. Its own branch takes up the commit it ended on, as far as that goes on from
 * it, for there everybody looks for the work; and its place no longer holds a branch that is somebody else's.
 */
async function returnToBranch(
  place: string,
  { order, commit, repository }: { readonly order: LaneOrder; readonly commit: CommitId; readonly repository: Repository },
): Promise<void> {
  const here = (await repository.listWorktrees()).find(({ path }) => path === place);
  if (here === undefined || here.branch === order.branch || here.head !== commit) return;
  const tip = await repository.resolveCommit(`refs/heads/${order.branch}`);
  if (tip.ok && (await repository.isAncestor(tip.value, commit))) await repository.switchBranch(place, { branch: order.branch });
}
