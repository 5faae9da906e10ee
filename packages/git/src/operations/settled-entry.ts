import type { Git } from '../git.js';
import type { ConflictSide } from '../parse/merge-tree.js';
import type { Settled } from '../repository.js';
import { uniteSides } from './unite-sides.js';

/** What a path becomes; undefined: it goes. */
export type NewEntry = Pick<ConflictSide, 'mode' | 'id'> | undefined;

/** What settling makes of the sides of one path, side 2 being ours. Undefined: they cannot be united. The folder is lent for files. */
export async function settledEntry(
  git: Git,
  sides: readonly ConflictSide[],
  { by, folder }: { readonly by: Settled['by']; readonly folder: string },
): Promise<{ readonly entry: NewEntry } | undefined> {
  return by === 'ours' ? { entry: sides.find(({ side }) => side === 2) } : uniteSides(git, sides, folder);
}

/**
 * What `update-index -z --index-info` reads to put entries in the place of what is there. Every path goes out before any comes in: one
 * may be a folder on the way to another. `idLength`: characters of an object id in this repository.
 */
export function indexInfo(entries: ReadonlyMap<string, NewEntry>, idLength: number): string {
  const gone = [...entries.keys()].map((path) => `0 ${'0'.repeat(idLength)}\t${path}\0`);
  const come = [...entries].flatMap(([path, entry]) => (entry === undefined ? [] : [`${entry.mode} ${entry.id}\t${path}\0`]));
  return [...gone, ...come].join('');
}
