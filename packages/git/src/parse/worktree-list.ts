import { asCommitId } from '@breakwater/model';
import type { Worktree } from '../repository.js';

/** Reads `worktree list --porcelain -z`: attributes end with NUL, worktrees with an empty one. The first is the main worktree. */
export function parseWorktreeList(text: string): readonly Worktree[] {
  return text
    .split('\0\0')
    .filter((block) => block !== '')
    .map((block) => worktreeOf(new Map(block.split('\0').map(attributeOf))));
}

function attributeOf(line: string): readonly [string, string] {
  const space = line.indexOf(' ');
  return space === -1 ? [line, ''] : [line.slice(0, space), line.slice(space + 1)];
}

function worktreeOf(attributes: ReadonlyMap<string, string>): Worktree {
  const head = asCommitId(attributes.get('HEAD') ?? '');
  return {
    path: attributes.get('worktree') ?? '',
    // All zeros: a branch without a commit.
    head: head === undefined || /^0+$/.test(head) ? undefined : head,
    branch: attributes.get('branch')?.replace(/^refs\/heads\//, ''),
    lockReason: attributes.get('locked'),
  };
}
