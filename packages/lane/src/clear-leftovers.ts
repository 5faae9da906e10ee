import { rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Repository } from '@breakwater/git';

/**
 * Removes what commands left lying about in the verify place and git neither tracks nor ignores, so that the next tree is verified as it
 * is. What is tracked was just checked out: a file that git shows as changed all the same is one that was committed otherwise than its
 * attributes say. Only for a place in which nobody works.
 */
export async function clearLeftovers(repository: Repository, place: string): Promise<void> {
  for (const left of await repository.untracked(place)) {
    await rm(join(place, left), { recursive: true, force: true });
    await removeEmptied(place, dirname(left));
  }
}

/** Git knows no empty folders, so those it left empty are leftovers too. */
async function removeEmptied(place: string, folder: string): Promise<void> {
  if (folder === '.') return;
  const removed = await rmdir(join(place, folder)).then(
    () => true,
    () => false,
  );
  if (removed) await removeEmptied(place, dirname(folder));
}
