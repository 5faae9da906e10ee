import { join } from 'node:path';
import type { PastCommit, RepoPath } from '@breakwater/model';
import { readPacked, writePacked } from '../cache/packed-file.js';

const NAME = 'history';

/** Each path once, because most are changed many times, and commits name them by their place. */
interface KeptHistory {
  readonly paths: readonly RepoPath[];
  readonly commits: readonly KeptCommit[];
}

interface KeptCommit extends Omit<PastCommit, 'paths'> {
  readonly paths: readonly number[];
}

/** The commits of the last walk, the newest first; none when nothing was kept. */
export async function keptHistory(folder: string): Promise<readonly PastCommit[]> {
  const content = await readPacked(join(folder, NAME));
  if (content === undefined) return [];
  const { paths, commits } = JSON.parse(
    Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1'),
  ) as KeptHistory;
  return commits.map((commit) => ({ ...commit, paths: commit.paths.flatMap((place) => paths[place] ?? []) }));
}

/** The last walk replaces the one before. */
export async function keepHistory(folder: string, commits: readonly PastCommit[]): Promise<void> {
  await writePacked(folder, NAME, Buffer.from(inAscii(JSON.stringify(inPlaces(commits))), 'latin1'));
}

function inPlaces(commits: readonly PastCommit[]): KeptHistory {
  const places = new Map<RepoPath, number>();
  const placeOf = (path: RepoPath): number => {
    const place = places.get(path) ?? places.size;
    places.set(path, place);
    return place;
  };
  const kept = commits.map((commit) => ({ ...commit, paths: commit.paths.map(placeOf) }));
  return { paths: [...places.keys()], commits: kept };
}

/** A text of which one character is beyond these takes twice the memory whole. */
function inAscii(json: string): string {
  return json.replace(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
