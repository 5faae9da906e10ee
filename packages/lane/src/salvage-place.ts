import { dirname } from 'node:path';
import type { SalvageOrder } from '@breakwater/model';
import { asCommitId, type CommitId } from '@breakwater/model';
import { sweep } from '@breakwater/session';
import { commitEverything } from './commit-everything.js';
import type { LocalLaneSetting } from './local-lane-setting.js';
import { laneMarker, lanePlace } from './places.js';

/**
 * Saves what a session of a dead orchestrator left: first nothing of it may run any more, then its work becomes a commit, then the
 * place is given back. Answers the commit; undefined when there is nothing beyond the base.
 */
export async function salvagePlace(order: SalvageOrder, setting: LocalLaneSetting): Promise<CommitId | undefined> {
  await sweep(dirname(laneMarker(setting, order.id)));
  const { repository } = setting;
  const place = lanePlace(setting, order.id);
  const saved = await commitEverything(repository, place, order);
  const tip = saved?.commit ?? (await branchTip(order, setting));
  // A snapshot leaves its files in the worktree, so this may refuse; then the place stays until `clean`, when its commit is under a ref.
  await repository.removeWorktree(place);
  return tip === order.base ? undefined : tip;
}

async function branchTip({ branch }: SalvageOrder, { repository }: LocalLaneSetting): Promise<CommitId | undefined> {
  return asCommitId((await repository.readRef(`refs/heads/${branch}`)) ?? '');
}
