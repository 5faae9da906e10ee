import type { Git } from '../git.js';
import { GitError } from '../git-error.js';
import type { RefMove } from '../repository.js';
import { moveRef } from './move-ref.js';

export async function mustMove(git: Git, move: RefMove): Promise<void> {
  const moved = await moveRef(git, move);
  if (!moved.moved) throw new GitError({ command: ['update-ref', move.ref], exitCode: 1, stderr: moved.message });
}
