import { err, type Failure, ok, type Result } from '@breakwater/model';
import { GitError } from './git-error.js';
import { gitVersion } from './git-version.js';
import { type Environment, gitEnvironment } from './run/environment.js';
import { gitIn } from './run/run-git.js';

/** Who commits in a repository that nobody has configured yet. */
const AUTHOR = ['-c', 'user.name=Breakwater', '-c', 'user.email=breakwater@localhost'];

export interface FirstCommit {
  readonly branch: string;
  readonly message: string;
}

/** Makes a folder of files a repository with one commit that holds them all. The folder must not be one already. */
export async function createRepository(
  folder: string,
  { branch, message }: FirstCommit,
  environment: Environment,
): Promise<Result<void, Failure>> {
  const version = await gitVersion(environment);
  if (!version.ok) return version;
  const run = gitIn({ cwd: folder, environment: gitEnvironment(environment), flags: AUTHOR });
  try {
    await run(['init', '--quiet', `--initial-branch=${branch}`]);
    await run(['add', '--all']);
    await run(['commit', '--quiet', '--file=-'], { stdin: message });
    return ok(undefined);
  } catch (error) {
    if (error instanceof GitError) return err(error.failure);
    throw error;
  }
}
