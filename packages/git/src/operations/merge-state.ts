import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CommitId, commitId } from '@breakwater/model';
import type { Place } from '../place.js';

/** Files in which git keeps a merge that is not concluded; with them whoever has the worktree can conclude it. */
export const MERGE_STATE: readonly string[] = ['MERGE_HEAD', 'MERGE_MODE', 'MERGE_MSG'];

/** The commit that a merge in a worktree brings in while it is not concluded. None where there is no worktree; what a session wrote there may be no id. */
export async function openMerge(place: Place | undefined): Promise<CommitId | undefined> {
  if (place === undefined) return undefined;
  const text = await readFile(join(place.directory, 'MERGE_HEAD'), 'utf8').catch(() => '');
  const [id] = /^[0-9a-f]{40,64}(?=\n)/.exec(text) ?? [];
  return id === undefined ? undefined : commitId(id);
}
