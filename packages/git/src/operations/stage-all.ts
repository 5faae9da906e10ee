import type { UncommittedPath } from '../parse/status.js';
import type { Place } from '../place.js';
import { LONG, textOf } from '../run/run-git.js';

/**
 * Puts everything that is not ignored into an index and answers its tree. Repositories of their own inside the worktree stay out:
 * git would record a bare pointer for them, without their files, and call that saved.
 * `found` is what differs from HEAD.
 */
export async function stageAll(
  place: Place,
  found: readonly UncommittedPath[],
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const left = found.filter((one) => one.embedded).map(({ path }) => `:(exclude,top,literal)${path}`);
  const stdin = ['.', ...left].map((spec) => `${spec}\0`).join('');
  // Where the checkout is sparse, a session may still have written elsewhere, and that is work too.
  const args = ['add', '--all', '--sparse', '--pathspec-from-file=-', '--pathspec-file-nul'];
  await place.run(args, { stdin, environment, limit: LONG });
  return textOf(await place.run(['write-tree'], { environment, limit: LONG }));
}

/** The tree of HEAD; undefined when it has no commit. */
export async function headTree(place: Place): Promise<string | undefined> {
  const answer = await place.run(['rev-parse', '--quiet', '--verify', 'HEAD^{tree}'], { accept: [0, 1] });
  return answer.exitCode === 0 ? textOf(answer) : undefined;
}
