import { createHash } from 'node:crypto';
import type { IndexedFile, RepoPath } from '@breakwater/model';
import type { Doubt } from './doubt.js';

/**
 * A short name for all that the compiler's answer depends on: the question, the contents it is shown and where, how their imports lead
 * from one to the other, and which packages are known.
 */
export function doubtKey(doubt: Doubt, files: readonly IndexedFile[]): string {
  const { source, doubtful, targets, words, isMember, inside } = doubt;
  const edges = edgesAmong(source, files);
  const shown = files.map(({ path, blob }) => [path, blob, edges(path)]);
  const all = JSON.stringify([isMember, words, doubtful, [...targets].sort(), inside, shown]);
  return createHash('sha256').update(all).digest('hex');
}

/** What a file imports, and which of the files that is; null for what the compiler does not see. */
function edgesAmong({ index: { modules } }: Doubt['source'], files: readonly IndexedFile[]): (path: RepoPath) => unknown {
  const paths = new Set(files.map(({ path }) => path));
  const seen = (target: RepoPath | undefined) => (target !== undefined && paths.has(target) ? target : null);
  return (path) => modules.get(path)?.imports.map(({ specifier, target }) => [specifier, seen(target)]);
}
