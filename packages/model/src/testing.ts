/** Builders for tests: a world in a few lines. Never imported by shipped code. */
import { type BlobId, blobId, type CommitId, commitId, type TreeReader } from './commit.js';
import type { Recorded, RunEvent, RunStarted } from './event.js';
import { repoPath } from './repo-path.js';
import type { RepositoryIndex } from './repository-index.js';
import { runId } from './run-id.js';
import { type Task, taskId } from './task.js';
import type { TextFacts } from './text-facts.js';

/** A task that wants nothing: `aTask('a', {writes: ['x.ts']})`. */
export function aTask(
  id: string,
  wanted: Partial<Omit<Task, 'id' | 'dependsOn'>> & { readonly dependsOn?: readonly string[] } = {},
): Task {
  const { dependsOn = [], ...rest } = wanted;
  const nothing = {
    title: id,
    brief: `Do ${id}.`,
    scope: [],
    writes: [],
    reads: [],
    resources: [],
    exclusive: false,
    priority: 0,
    verify: [],
    budget: {},
  };
  return { id: taskId(id), ...nothing, dependsOn: dependsOn.map(taskId), ...rest };
}

/** A commit id that is easy to tell apart: `aCommit(1)`. */
export function aCommit(n: number): CommitId {
  return commitId(n.toString(16).padStart(40, '0'));
}

/** How a run of these tasks begins, all of them in the first wave. */
export function aRunStarted(tasks: readonly string[], rest: Partial<RunStarted> = {}): RunStarted {
  return {
    ...{ ev: 'run-started', run: runId('7f3a'), plan: 'p', base: aCommit(1), baseBranch: 'main', integration: 'i' },
    ...{ concurrency: 3, runner: 'claude', version: '0' },
    tasks: tasks.map((id) => ({ id: taskId(id), wave: 1, after: [] })),
    ...rest,
  };
}

/** Events as the journal has them, a second apart. */
export function recorded(events: readonly RunEvent[]): readonly Recorded[] {
  return events.map((event, seq) => ({ v: 1, seq, t: new Date(seq * 1_000).toISOString(), event }));
}

export function aBlob(n: number): BlobId {
  return blobId(n.toString(16).padStart(40, '0'));
}

/** An index of files without projects or modules. */
export function anIndex(paths: readonly string[], rest: Partial<RepositoryIndex> = {}): RepositoryIndex {
  const files = [...paths].sort().map((path, n) => ({ path: repoPath(path), blob: aBlob(n + 1), mode: '100644', size: 1 }));
  return { commit: aCommit(1), files, projects: [], modules: new Map(), notes: [], ...rest };
}

/** A tree in memory: path to content. */
export function aTree(files: Readonly<Record<string, string>>): TreeReader {
  const encoded = Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text], n) => ({ path, blob: aBlob(n + 1), bytes: new TextEncoder().encode(text) }));
  const contents = new Map(encoded.map(({ blob, bytes }) => [blob, bytes] as const));
  return {
    commit: aCommit(1),
    list: async () => encoded.map(({ path, blob }) => ({ path, blob, mode: '100644' })),
    sizes: async (blobs) => blobs.map((blob) => contents.get(blob)?.length),
    visit: async (blobs, onContent) => {
      for (const blob of new Set(blobs)) onContent(blob, contents.get(blob) ?? new Uint8Array());
    },
  };
}

/** What is known of texts that were never read. */
export function noTexts({ files }: Pick<RepositoryIndex, 'files'>): TextFacts {
  return { files: 0, averageLength: 0, lengths: new Uint32Array(files.length), postings: new Map() };
}
