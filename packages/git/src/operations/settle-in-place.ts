import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Git } from '../git.js';
import { type ConflictSide, readSide } from '../parse/merge-tree.js';
import type { Place } from '../place.js';
import type { Settled, Settling } from '../repository.js';
import { LONG } from '../run/run-git.js';
import { indexInfo, type NewEntry, settledEntry } from './settled-entry.js';

/**
 * Settles files that a merge left in conflict in a worktree, the way it is said for each path, in its index and on disk; sorted. What was
 * merged in counts as ours, for that is what is integrated already. The other files stay in conflict.
 */
export async function settleInPlace(git: Git, place: Place, how: Settling['how']): Promise<readonly Settled[]> {
  const { stdout } = await place.run(['ls-files', '--unmerged', '-z']);
  const sides = stdout.toString('utf8').split('\0').flatMap(readSide).map(seenFromThere);
  const folder = await mkdtemp(join(place.directory, 'breakwater-settle-'));
  const settled: Settled[] = [];
  try {
    for (const path of [...new Set(sides.map((one) => one.path))].sort()) {
      const [own, by] = [sides.filter((one) => one.path === path), how(path)];
      const found = by === undefined || !isPlain(own) ? undefined : await settledEntry(git, own, { by, folder });
      if (by === undefined || found === undefined) continue;
      await put(place, new Map([[path, found.entry]]), own[0]?.id.length ?? 0);
      settled.push({ path, by });
    }
    return settled;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function seenFromThere(one: ConflictSide): ConflictSide {
  return one.side === 1 ? one : { ...one, side: one.side === 2 ? 3 : 2 };
}

/** Both have it under this name, or one has deleted what was there; files, no submodules. */
function isPlain(sides: readonly ConflictSide[]): boolean {
  return sides.length > 1 && sides.every(({ mode }) => mode.startsWith('10') || mode === '120000');
}

async function put(place: Place, entries: ReadonlyMap<string, NewEntry>, idLength: number): Promise<void> {
  await place.run(['update-index', '-z', '--index-info'], { stdin: indexInfo(entries, idLength) });
  for (const [path, entry] of entries) {
    if (entry === undefined) await rm(join(place.path, path), { force: true });
    else await place.run(['checkout-index', '--force', '--quiet', '-z', '--stdin'], { stdin: `${path}\0`, limit: LONG });
  }
}
