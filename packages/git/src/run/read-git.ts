import { randomBytes } from 'node:crypto';
import { type SimpleGitOptions, simpleGit } from 'simple-git';
import { GitError } from '../git-error.js';
import { GUARDED_VARIABLES } from './environment.js';
import { HARDENING } from './hardening.js';
import { killMarked } from './kill-marked.js';
import { patience, tookTooLong } from './patience.js';
import { retryTransient } from './retry-transient.js';
import { type GitPlace, SHORT } from './run-git.js';

/** Runs a git command that only reads, and answers with its text. Not for commands that answer by exit code: those look like success here. */
export type ReadGit = (args: readonly string[]) => Promise<string>;

/** `limit`: milliseconds without a word after which a git is killed with all it started. */
export function readingGitIn(place: GitPlace, limit = patience(SHORT, place.environment)): ReadGit {
  return (args) => retryTransient(() => readOnce(place, limit, args), { repeatable: true });
}

/** One use of the library for one command, so that what it tells on the side is known to belong to it. */
async function readOnce(place: GitPlace, limit: number, args: readonly string[]): Promise<string> {
  let ended: Partial<Ended> = {};
  const mark = randomBytes(8).toString('hex');
  const watch = watchSilence(limit, () => killMarked(`${MARK}=${mark}`));
  const git = simpleGit({
    ...OPTIONS,
    baseDir: place.cwd,
    // Left to itself it takes a git that said nothing for one that succeeded, be it killed.
    errors: (error, { exitCode, stdErr }) => {
      if (exitCode === 0) return error;
      ended = { exitCode, stderr: Buffer.concat(stdErr).toString('utf8') };
      return Buffer.from('failed');
    },
  });
  git.env({ ...place.environment, [MARK]: mark }).outputHandler((_, stdout, stderr) => watch.follow([stdout, stderr]));
  try {
    return await Promise.race([git.raw([...place.flags, ...args]), watch.over]);
  } catch (error) {
    const stderr = ended.stderr ?? (error instanceof Error ? error.message : String(error));
    throw new GitError({ command: args, exitCode: ended.exitCode ?? null, stderr });
  } finally {
    watch.stop();
  }
}

interface Ended {
  readonly exitCode: number;
  readonly stderr: string;
}

/** Found in the environment of all that one git has started. */
const MARK = 'BREAKWATER_READ';

const OPTIONS: Partial<SimpleGitOptions> = {
  config: [...HARDENING],
  // By default it settles 50 ms after the exit, though on a busy machine output may still be under way.
  completion: { onClose: true, onExit: false },
  allowEnvironment: [...GUARDED_VARIABLES],
  // The library guards against settings taken from strangers; ours are constants that switch things off.
  unsafe: {
    allowUnsafeHooksPath: true,
    allowUnsafeFsMonitor: true,
    allowUnsafeConfigPaths: true,
    allowUnsafeProtocolOverride: true,
    allowUnsafeEditor: true,
  },
};

interface Watch {
  /** Rejects once nothing was heard for so long. */
  readonly over: Promise<never>;
  readonly follow: (pipes: readonly NodeJS.ReadableStream[]) => void;
  readonly stop: () => void;
}

/** The library's own limit asks the program with INT and then waits for all who hold its pipes, which may be for ever. */
function watchSilence(limit: number, end: () => unknown): Watch {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      end();
      reject(new Error(tookTooLong(limit, 'a word')));
    }, limit);
  });
  return {
    over,
    follow: (pipes) => {
      for (const pipe of pipes) pipe.on('data', () => timer?.refresh());
    },
    stop: () => clearTimeout(timer),
  };
}
