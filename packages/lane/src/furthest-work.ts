import type { Repository } from '@breakwater/git';
import { asCommitId, type CommitId, type LaneOrder } from '@breakwater/model';

export interface FurthestWork {
  readonly commit: CommitId;
  /** A ref of the session's own whose commits are not in it; nobody knows what became of them. */
  readonly beside?: string;
}

/**
 * A session may end looking back, on an older commit of its branch: then its work is what the branch holds, for nothing is taken back by
 * looking elsewhere. `others`: where else that branch may be found.
 */
export async function furthestWork(
  repository: Repository,
  ended: CommitId,
  { base, branch, others = [] }: Pick<LaneOrder, 'base' | 'branch'> & { readonly others?: readonly string[] },
): Promise<FurthestWork> {
  let found: FurthestWork = { commit: ended };
  for (const ref of [`refs/heads/${branch}`, ...others]) {
    const tip = asCommitId((await repository.readRef(ref)) ?? '');
    if (tip === undefined || (await repository.isAncestor(tip, found.commit)) || (await repository.isAncestor(tip, base)))
      continue;
    const isAhead = await repository.isAncestor(found.commit, tip);
    found = isAhead ? { ...found, commit: tip } : { ...found, beside: ref };
  }
  return found;
}
