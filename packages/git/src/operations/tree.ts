import type { BlobId, CommitId, TreeEntry, TreeReader } from '@breakwater/model';
import type { Git } from '../git.js';
import { GitError } from '../git-error.js';
import { parseLsTree } from '../parse/ls-tree.js';
import { objectStream } from '../parse/object-stream.js';
import { LONG } from '../run/run-git.js';

/** Reads a commit from the object store, never from a checkout. Paths are decoded as UTF-8. */
export function tree(git: Git, commit: CommitId): TreeReader {
  return { commit, list: () => list(git, commit), read: (blobs) => read(git, blobs) };
}

async function list(git: Git, commit: CommitId): Promise<readonly TreeEntry[]> {
  const args = ['ls-tree', '-r', '-z', '--long', '--full-tree', '--end-of-options', commit];
  const { stdout } = await git.run(args, { limit: LONG });
  return parseLsTree(stdout.toString('utf8'));
}

/** One git for all of them; equal ids are read once. */
async function read(git: Git, blobs: readonly BlobId[]): Promise<ReadonlyMap<BlobId, Uint8Array>> {
  const wanted = [...new Set(blobs)];
  const found = new Map<BlobId, Uint8Array>();
  if (wanted.length === 0) return found;
  const missing: string[] = [];
  const onStdout = objectStream(({ id, bytes }) => {
    if (bytes === undefined) missing.push(id);
    else found.set(id as BlobId, bytes);
  });
  const args = ['cat-file', '--batch', '--buffer'];
  await git.run(args, { stdin: `${wanted.join('\n')}\n`, onStdout, limit: LONG });
  if (missing.length === 0 && found.size === wanted.length) return found;
  const stderr = `${wanted.length - found.size} objects are missing, the first is ${missing[0] ?? 'unknown'}`;
  throw new GitError({ command: args, exitCode: 0, stderr });
}
