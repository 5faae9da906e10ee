import type { BlobId, CommitId, TreeEntry, TreeReader } from '@breakwater/model';
import type { Git } from '../git.js';
import { GitError } from '../git-error.js';
import { parseLsTree } from '../parse/ls-tree.js';
import { parseSizes } from '../parse/object-sizes.js';
import { objectStream } from '../parse/object-stream.js';
import { LONG } from '../run/run-git.js';
import { bringPromised } from './bring-promised.js';

/** Reads a commit from the object store, never from a checkout. Paths are decoded as UTF-8. */
export function tree(git: Git, commit: CommitId): TreeReader {
  return {
    commit,
    list: () => list(git, commit),
    sizes: (blobs) => sizes(git, commit, blobs),
    visit: (blobs, onContent) => visit(git, blobs, onContent),
  };
}

async function list(git: Git, commit: CommitId): Promise<readonly TreeEntry[]> {
  const args = ['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', commit];
  const { stdout } = await git.run(args, { limit: LONG });
  return parseLsTree(stdout.toString('utf8'));
}

/** One git for all of them. */
async function sizes(git: Git, commit: CommitId, blobs: readonly BlobId[]): Promise<readonly (number | undefined)[]> {
  if (blobs.length === 0) return [];
  await bringPromised(git, commit, blobs);
  const args = ['cat-file', '--batch-check=%(objectname) %(objectsize)', '--buffer'];
  const { stdout } = await git.run(args, { stdin: `${blobs.join('\n')}\n`, limit: LONG });
  return parseSizes(stdout.toString('latin1'));
}

/** One git for all of them; equal ids are read once. */
async function visit(git: Git, blobs: readonly BlobId[], onContent: Parameters<TreeReader['visit']>[1]): Promise<void> {
  const wanted = [...new Set(blobs)];
  if (wanted.length === 0) return;
  const missing: string[] = [];
  let found = 0;
  const onStdout = objectStream(({ id, bytes }) => {
    if (bytes === undefined) missing.push(id);
    else {
      found += 1;
      onContent(id as BlobId, bytes);
    }
  });
  const args = ['cat-file', '--batch', '--buffer'];
  await git.run(args, { stdin: `${wanted.join('\n')}\n`, onStdout, limit: LONG });
  if (found === wanted.length) return;
  const stderr = `${wanted.length - found} objects are missing, the first is ${missing[0] ?? 'unknown'}`;
  throw new GitError({ command: args, exitCode: 0, stderr });
}
