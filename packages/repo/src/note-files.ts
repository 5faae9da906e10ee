const NAMED = 5;

/**
 * Sentences about files of one kind: one each while they are few, else one for all, so that a repository with ten thousand
 * fixtures does not drown the rest. `sentence` is what follows the path, or "412 files (a.ts, …)".
 */
export function noteFiles(paths: readonly string[], sentence: string): readonly string[] {
  const sorted = [...paths].sort();
  if (sorted.length <= NAMED) return sorted.map((path) => `${path}: ${sentence}`);
  return [`${sorted.length} files (${sorted.slice(0, 3).join(', ')}, …): ${sentence}`];
}
