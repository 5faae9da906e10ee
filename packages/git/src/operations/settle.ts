import { join } from 'node:path';
import type { Git } from '../git.js';
import { asObjectId } from '../object-id.js';
import type { MergeTree } from '../parse/merge-tree.js';
import type { Merged, Settled, Settling } from '../repository.js';
import { LONG, textOf } from '../run/run-git.js';
import { indexInfo, type NewEntry, settledEntry } from './settled-entry.js';

type Conflict = Extract<MergeTree, { outcome: 'conflict' }>;

/** Conflicts in which each side is simply there under that name, or not: all that can be settled without asking which file is which. */
const PLAIN: ReadonlySet<string> = new Set(['CONFLICT (contents)', 'CONFLICT (binary)', 'CONFLICT (modify/delete)']);

/**
 * Settles conflicts the way it is said for each path. The tree is built in an index of its own in the folder that is lent for it. When
 * another path conflicts as well, nothing is built and only that one is named.
 */
export async function settle(git: Git, conflict: Conflict, { how, inFolder }: Settling): Promise<Merged> {
  const wanted = plainPaths(conflict).flatMap((path): Settled[] => {
    const by = how(path);
    return by === undefined ? [] : [{ path, by }];
  });
  if (wanted.length === 0) return conflictOf(conflict);
  return inFolder(async (folder) => {
    const entries = new Map<string, NewEntry>();
    for (const { path, by } of wanted) {
      const sides = conflict.sides.filter((one) => one.path === path);
      const entry = await settledEntry(git, sides, { by, folder });
      if (entry !== undefined) entries.set(path, entry.entry);
    }
    const left = conflictOf(conflict, [...entries.keys()]);
    if (left.merged || left.paths.length > 0) return left;
    return { merged: true, tree: await treeWith(git, conflict.tree, { entries, folder }), settled: wanted };
  });
}

/** Sorted. */
function plainPaths({ sides, messages }: Conflict): readonly string[] {
  const strange = new Set(messages.filter(({ type }) => !PLAIN.has(type)).flatMap(({ paths }) => paths));
  const files = sides.every(({ mode }) => mode !== '160000') ? sides : [];
  return [...new Set(files.map(({ path }) => path))].filter((path) => !strange.has(path)).sort();
}

async function treeWith(
  git: Git,
  tree: string,
  { entries, folder }: { readonly entries: ReadonlyMap<string, NewEntry>; readonly folder: string },
): Promise<string> {
  const environment = { GIT_INDEX_FILE: join(folder, 'index') };
  await git.run(['read-tree', asObjectId(tree)], { environment, limit: LONG });
  await git.run(['update-index', '-z', '--index-info'], { environment, stdin: indexInfo(entries, tree.length) });
  return textOf(await git.run(['write-tree'], { environment, limit: LONG }));
}

export function conflictOf(read: Conflict, settled: readonly string[] = []): Merged {
  const paths = [...new Set(read.sides.map(({ path }) => path))].filter((path) => !settled.includes(path)).sort();
  return { merged: false, paths, messages: read.messages.map(({ text }) => text) };
}
