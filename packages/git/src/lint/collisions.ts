import type { LintFault } from '@breakwater/model';

/** One spelling for all that a disk without case or Unicode form takes for the same. */
function folded(path: string): string {
  // Lower case is another at the end of a word; to a disk both are the same letter.
  return path.normalize('NFC').toLowerCase().replaceAll('ς', 'σ');
}

/** Changed paths that fall together with another path of the tree, or whose folders do. Linear in the size of the tree. */
export function collisions(changed: readonly string[], tree: Iterable<string>): readonly LintFault[] {
  const wanted = new Map(changed.flatMap(withFolders).map((path) => [folded(path), path] as const));
  const found = new Map<string, LintFault>();
  for (const entry of tree) {
    for (const other of withFolders(entry)) {
      const path = wanted.get(folded(other));
      if (path !== undefined && path !== other && !found.has(path)) found.set(path, { rule: 'collision', path, other });
    }
  }
  return [...found.values()];
}

/** `a/b/c`, then `a/b`, then `a`. */
function withFolders(path: string): readonly string[] {
  const folder = path.lastIndexOf('/');
  return folder === -1 ? [path] : [path, ...withFolders(path.slice(0, folder))];
}
