import type { Git } from '../git.js';
import { parseWorktreeList } from '../parse/worktree-list.js';
import type { Worktree } from '../repository.js';

/** All worktrees, the main one first; its entry in a bare repository has no HEAD. */
export async function listWorktrees(git: Git): Promise<readonly Worktree[]> {
  return parseWorktreeList(await git.read(['worktree', 'list', '--porcelain', '-z']));
}
