import { stat } from 'node:fs/promises';
import { err, type Failure, ok, type Result } from '@breakwater/model';
import type { Git } from './git.js';
import { GitError } from './git-error.js';
import { type GitVersion, gitVersion } from './git-version.js';
import { DriverPins } from './run/driver-pins.js';
import { type Environment, gitEnvironment } from './run/environment.js';
import { readingGitIn } from './run/read-git.js';
import { gitIn, type RunGit, textOf } from './run/run-git.js';

/** Finds the repository around a folder, as git itself finds it, once: from here on git is told where everything is. */
export async function findRepository(start: string, environment: Environment): Promise<Result<Git, Failure>> {
  const version = await gitVersion(environment);
  if (!version.ok) return version;
  if (!(await isFolder(start))) return err(noRepository(start, 'there is no such folder'));
  try {
    return await locate(start, version.value, gitEnvironment(environment));
  } catch (error) {
    if (error instanceof GitError) return err(isUntold(error) ? error.failure : refusal(start, error.stderr));
    throw error;
  }
}

async function locate(
  start: string,
  version: GitVersion,
  environment: Readonly<Record<string, string>>,
): Promise<Result<Git, Failure>> {
  const discover = gitIn({ cwd: start, environment, flags: [] });
  const [isBare, isInside, directory = '', commonDirectory = '', checkout = ''] = await askAll(discover);
  const bare = isBare === 'true';
  if (!bare && isInside !== 'true') return err(noRepository(start, 'it is inside the git directory'));
  const root = bare ? directory : checkout;
  const pins = new DriverPins(commonDirectory);
  const place = { cwd: root, environment, flags: [`--git-dir=${directory}`, ...(bare ? [] : [`--work-tree=${root}`])], pins };
  return ok({ root, directory, commonDirectory, bare, version, environment, pins, run: gitIn(place), read: readingGitIn(place) });
}

const QUESTIONS = [
  ['--is-bare-repository'],
  ['--is-inside-work-tree'],
  ['--absolute-git-dir'],
  ['--path-format=absolute', '--git-common-dir'],
];

/** Only who stands in a checkout gets an answer: elsewhere git says no, after it has answered the others. */
const LAST = ['--show-toplevel'];

/** All questions to one git, a line for each answer; one at a time where a path holds a line break. */
async function askAll(discover: RunGit): Promise<readonly string[]> {
  const all = await discover(['rev-parse', ...QUESTIONS.flat(), ...LAST], { accept: [0, REFUSED] });
  const answered = all.exitCode === 0 ? [...QUESTIONS, LAST] : QUESTIONS;
  const lines = textOf(all).split('\n');
  if (lines.length === answered.length) return lines;
  const answers: string[] = [];
  for (const question of answered) answers.push(await ask(discover, question));
  return answers;
}

const REFUSED = 128;

async function ask(discover: RunGit, question: readonly string[]): Promise<string> {
  return textOf(await discover(['rev-parse', ...question]));
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** Killed, or its disk refuses: that says nothing about the place. */
function isUntold({ failure }: GitError): boolean {
  return failure.reason !== 'git-failed' || failure.exitCode === null;
}

function refusal(start: string, stderr: string): Failure {
  if (/dubious ownership|unsafe repository/.test(stderr)) {
    return {
      reason: 'repository-refused',
      code: 'E_REPO_OWNER',
      message: stderr.trim(),
      hint: 'the folder belongs to someone else; if you trust it, run the command git names above',
    };
  }
  const why = stderr.trim().replace(/^fatal: /, '');
  return TOO_NEW.test(stderr) ? tooNew(start, why) : noRepository(start, why);
}

/** It says so of refs in a format of a later git, such as reftable, and of other hashes and layouts. */
const TOO_NEW =
  /unknown repository extension|v1-only extension|Expected git repo version|unknown hash algorithm|invalid value for 'extensions\./;

function tooNew(start: string, why: string): Failure {
  return {
    reason: 'environment',
    code: 'E_GIT_VERSION',
    message: `the repository of ${start} is kept in a way that the git found here cannot read: ${why.replace(/\s+/g, ' ')}`,
    hint: 'update git, or put the one that works with it first on the PATH',
  };
}

function noRepository(start: string, why: string): Failure {
  return {
    reason: 'repository-refused',
    code: 'E_REPO_NONE',
    message: `${start} is not in a git repository: ${why}`,
    hint: 'go to a folder of the repository, or name it',
  };
}
