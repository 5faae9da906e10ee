import { beginOf, err, type Failure, ok, type Result } from '@breakwater/model';
import { parseGitVersion } from './parse/git-version.js';
import { type Environment, gitEnvironment } from './run/environment.js';
import { patience } from './run/patience.js';
import { SHORT } from './run/run-git.js';
import { spawnGit } from './run/spawn-git.js';

/** Major and minor number. */
export type GitVersion = readonly [number, number];

/** 2.38 is the first that merges without a checkout. */
const NEEDED: GitVersion = [2, 38];

/** The version of the git on the search path. Failures, both `environment`: E_GIT_MISSING, E_GIT_VERSION. */
export async function gitVersion(environment: Environment): Promise<Result<GitVersion, Failure>> {
  const end = await spawnGit({
    args: ['--version'],
    cwd: '/',
    environment: gitEnvironment(environment),
    stdin: '',
    limit: patience(SHORT, environment),
  });
  if (end.startError !== undefined) return err(missing(end.stderr));
  if (end.exitCode === null)
    return err({ reason: 'git-failed', command: ['--version'], exitCode: null, stderr: end.stderr.trim() });
  const text = end.stdout.toString('utf8');
  const version = parseGitVersion(text);
  return version !== undefined && isAtLeast(version, NEEDED) ? ok(version) : err(tooOld(text));
}

export function isAtLeast(version: GitVersion, needed: GitVersion): boolean {
  return version[0] > needed[0] || (version[0] === needed[0] && version[1] >= needed[1]);
}

function missing(why: string): Failure {
  return {
    reason: 'environment',
    code: 'E_GIT_MISSING',
    message: `git cannot be started: ${why}`,
    hint: `install git ${NEEDED.join('.')} or newer and put it on the PATH`,
  };
}

function tooOld(text: string): Failure {
  const found = beginOf(text.trim(), 80);
  return {
    reason: 'environment',
    code: 'E_GIT_VERSION',
    message: `git ${NEEDED.join('.')} or newer is needed, found ${found === '' ? 'none that tells its version' : JSON.stringify(found)}`,
    hint: 'update git, or put a newer one first on the PATH',
  };
}
