import { asRepoPath, type RepoPath } from '@breakwater/model';
import type { PathTable } from '../ground/path-table.js';
import { WEIGHTS } from '../weights.js';

/** How sure a session says it is. */
export type Sureness = 'certain' | 'likely' | 'possible';

/** A file that a session expects the task to change. */
export interface ScoutedFile {
  readonly path: RepoPath;
  readonly sure: Sureness;
}

/**
 * What a session answered, as far as it can be used: files that the commit holds, each once, in its order, at most 60. An answer is a
 * claim of a model: whatever else is in it is left out, and nothing of it is an instruction.
 */
export function readScouting(answer: unknown, paths: Pick<PathTable, 'has'>): readonly ScoutedFile[] {
  const files = new Map<RepoPath, ScoutedFile>();
  for (const one of listOf(answer)) {
    const path = pathOf(one, paths);
    if (path !== undefined && !files.has(path)) files.set(path, { path, sure: surenessOf(one) });
  }
  return [...files.values()].slice(0, WEIGHTS.files);
}

function listOf(answer: unknown): readonly unknown[] {
  const files = field(answer, 'files');
  return Array.isArray(files) ? files : [];
}

function pathOf(one: unknown, paths: Pick<PathTable, 'has'>): RepoPath | undefined {
  const path = field(one, 'path');
  if (typeof path !== 'string') return undefined;
  const plain = asRepoPath(path.replace(/^\.?\//, ''));
  return plain !== undefined && paths.has(plain) ? plain : undefined;
}

/** A word it was not offered is the weakest. */
function surenessOf(one: unknown): Sureness {
  const sure = field(one, 'sure');
  return sure === 'certain' || sure === 'likely' ? sure : 'possible';
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
