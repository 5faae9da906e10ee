import { foldCase, intersectGlobs, type Purse } from '@breakwater/glob';
import type { DeclaredWriter } from './declared-writer.js';

/** Where the declarations of two tasks meet: a file that says most to a reader, and whether it exists. */
export interface CommonPath {
  readonly path: string;
  readonly exists: boolean;
  /** Neither task names or is expected on this very path: only their patterns meet there. */
  readonly invented?: true;
}

/**
 * A path both may write; undefined when there is none. A file says more than a path no one will ever write, and is found sooner.
 * With nothing left in the purse, patterns that are hard to tell apart count as meeting.
 */
export function commonPath(a: DeclaredWriter, b: DeclaredWriter, purse?: Purse): CommonPath | undefined {
  const named = bestNamed(a, b);
  if (named !== undefined) return named;
  const path = a.wild === undefined || b.wild === undefined ? undefined : intersectGlobs(a.wild, b.wild, purse);
  return path === undefined ? undefined : { path, exists: false, invented: true };
}

/** Of the paths that either names: existing ones first, then the likeliest, then by name. */
function bestNamed(a: DeclaredWriter, b: DeclaredWriter): CommonPath | undefined {
  const weights = new Map<string, number>();
  for (const path of [...a.plain.values(), ...b.plain.values()]) weights.set(path, 0);
  for (const { path, p } of [...a.files, ...b.files]) weights.set(path, (weights.get(path) ?? 0) + p);
  const known = new Set<string>([...a.files, ...b.files].map(({ path }) => path));
  const [best] = [...weights]
    .filter(([path]) => mayWrite(a, path) && mayWrite(b, path))
    .map(([path, weight]) => ({ path, weight, exists: known.has(path) && !a.creates.has(path) && !b.creates.has(path) }))
    .sort(
      (one, other) => Number(other.exists) - Number(one.exists) || other.weight - one.weight || (one.path < other.path ? -1 : 1),
    );
  return best === undefined ? undefined : { path: best.path, exists: best.exists };
}

function mayWrite({ plain, wild }: DeclaredWriter, path: string): boolean {
  return plain.has(foldCase(path)) || wild?.matches(path) === true;
}
