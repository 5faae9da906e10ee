/** Something that lives in or below some folders; '' is the root. */
interface Settled {
  readonly bases: readonly string[];
}

/**
 * Pairs whose folders are equal or one above the other; no other pair can have a path in common. By place in the list, the
 * lower first, sorted. An index by folder instead of a comparison of all pairs: O(folders * depth + pairs found).
 */
export function neighboursByFolder(settlers: readonly Settled[]): readonly (readonly [number, number])[] {
  const folders = settlers.map(({ bases }) => [...new Set(bases.map(fold))]);
  const homes = new Map<string, number[]>();
  for (const [number, mine] of folders.entries()) for (const folder of mine) push(homes, folder, number);
  const pairs = new Set<number>();
  for (const [number, mine] of folders.entries()) {
    for (const other of mine.flatMap(upwards).flatMap((folder) => homes.get(folder) ?? [])) {
      if (other !== number) pairs.add(Math.min(number, other) * settlers.length + Math.max(number, other));
    }
  }
  return [...pairs].sort((a, b) => a - b).map((key) => [Math.floor(key / settlers.length), key % settlers.length]);
}

/** One spelling for all that are one folder on a disk that ignores case. */
function fold(folder: string): string {
  return folder.normalize('NFC').toLowerCase();
}

function push(homes: Map<string, number[]>, folder: string, number: number): void {
  const there = homes.get(folder);
  if (there === undefined) homes.set(folder, [number]);
  else there.push(number);
}

/** The folder itself and all above it: a/b, a and ''. */
function upwards(folder: string): readonly string[] {
  const segments = folder.split('/').filter((segment) => segment !== '');
  return [...segments.map((_, n) => segments.slice(0, n + 1).join('/')), ''];
}
