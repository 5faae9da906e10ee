import type { LaneOrder } from '@breakwater/model';
import type { Confinement } from '@breakwater/session';
import type { LocalLaneSetting } from './local-lane-setting.js';

/** Where the session of a lane may write: in its worktree, its temporary folder, and what a commit needs; a clone has that in itself. Undefined without a sandbox. */
export async function laneConfinement(
  { branch }: LaneOrder,
  { place, temp }: { readonly place: string; readonly temp: string },
  { sandbox, repository, config }: LocalLaneSetting,
): Promise<Confinement | undefined> {
  if (sandbox !== true) return undefined;
  if (config.isolation === 'clone') return { writable: [place, temp], fixed: [] };
  const { writable, fixed } = await repository.commitFolders(place, branch);
  return { writable: [place, temp, ...writable], fixed };
}
