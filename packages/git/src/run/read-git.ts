import { simpleGit } from 'simple-git';
import { GitError } from '../git-error.js';
import { GUARDED_VARIABLES } from './environment.js';
import { HARDENING } from './hardening.js';
import { retryTransient } from './retry-transient.js';
import { type GitPlace, SHORT } from './run-git.js';

/** Runs a git command that only reads, and answers with its text. Not for commands that answer by exit code: those look like success here. */
export type ReadGit = (args: readonly string[]) => Promise<string>;

export function readingGitIn(place: GitPlace): ReadGit {
  const git = simpleGit({
    baseDir: place.cwd,
    config: [...HARDENING],
    timeout: { block: SHORT },
    maxConcurrentProcesses: 8,
    // By default it settles 50 ms after the exit, though on a busy machine output may still be under way.
    completion: { onClose: true, onExit: false },
    allowEnvironment: GUARDED_VARIABLES,
    // Left to itself it takes a git that said nothing for one that succeeded, be it killed.
    errors: (error, { exitCode, stdErr }) => error ?? (exitCode === 0 ? undefined : failed(exitCode, stdErr)),
    // The library guards against settings taken from strangers; ours are constants that switch things off.
    unsafe: {
      allowUnsafeHooksPath: true,
      allowUnsafeFsMonitor: true,
      allowUnsafeConfigPaths: true,
      allowUnsafeProtocolOverride: true,
      allowUnsafeEditor: true,
    },
  }).env({ ...place.environment });
  return (args) =>
    retryTransient(async () => {
      try {
        return await git.raw([...place.flags, ...args]);
      } catch (error) {
        throw new GitError({ command: args, exitCode: null, stderr: error instanceof Error ? error.message : String(error) });
      }
    });
}

function failed(exitCode: number, stderr: readonly Buffer[]): Error {
  return new Error(Buffer.concat(stderr).toString('utf8').trim() || `ended with ${exitCode}`);
}
