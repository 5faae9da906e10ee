import { saysDisk } from '@breakwater/model';
import { GitError } from '../git-error.js';
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
  return (await stage(place, found, { environment })).tree;
}

export interface Staged {
  readonly tree: string;
  /** Whether it holds all there is. */
  readonly whole: boolean;
}

/**
 * The same with what can be read: a program that a session ran may have left files that are another account's, or a pipe in the place of
 * a file, and the rest is work all the same.
 */
export async function stageReadable(
  place: Place,
  found: readonly UncommittedPath[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Staged> {
  try {
    return await stage(place, found, { environment });
  } catch (error) {
    if (!(error instanceof GitError) || !isOfTheFiles(error.stderr)) throw error;
    return stage(place, found, { environment, asFarAsReadable: true });
  }
}

interface Staging {
  readonly environment: Readonly<Record<string, string>>;
  readonly asFarAsReadable?: boolean;
}

async function stage(
  place: Place,
  found: readonly UncommittedPath[],
  { environment, asFarAsReadable = false }: Staging,
): Promise<Staged> {
  const left = found.filter((one) => one.embedded).map(({ path }) => `:(exclude,top,literal)${path}`);
  const stdin = ['.', ...left].map((spec) => `${spec}\0`).join('');
  // Where the checkout is sparse, a session may still have written elsewhere, and that is work too.
  const args = ['add', '--all', '--sparse', '--pathspec-from-file=-', '--pathspec-file-nul'];
  const [rest, accept] = asFarAsReadable ? [['--ignore-errors'], [0, 1]] : [[], [0]];
  const { exitCode, stderr } = await place.run([...args, ...rest], { stdin, environment, limit: LONG, accept });
  if (exitCode !== 0 && saysDisk(stderr)) throw new GitError({ command: args, exitCode, stderr });
  const tree = textOf(await place.run(['write-tree'], { environment, limit: LONG }));
  return { tree, whole: exitCode === 0 };
}

/** Git could read all but some files. A disk that takes nothing more looks alike. */
function isOfTheFiles(stderr: string): boolean {
  return /^fatal: (adding|updating) files failed$/m.test(stderr) && !saysDisk(stderr);
}

/** The tree of HEAD; undefined when it has no commit. */
export async function headTree(place: Place): Promise<string | undefined> {
  const answer = await place.run(['rev-parse', '--quiet', '--verify', 'HEAD^{tree}'], { accept: [0, 1] });
  return answer.exitCode === 0 ? textOf(answer) : undefined;
}
