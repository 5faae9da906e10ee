import { GitError } from '../git-error.js';
import type { DriverPins, ReadConfig } from './driver-pins.js';
import { HARDENING } from './hardening.js';
import { patience } from './patience.js';
import { isRepeatable } from './repeatable.js';
import { retryTransient, saysTransient } from './retry-transient.js';
import { spawnGit } from './spawn-git.js';

/** Runs one git command in a fixed place and answers when it exits with an accepted code; throws `GitError` otherwise. */
export type RunGit = (args: readonly string[], call?: GitCall) => Promise<GitAnswer>;

export interface GitCall {
  readonly stdin?: string | Uint8Array;
  /** Added to the environment of the place. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Exit codes that are answers, `[0]` by default. */
  readonly accept?: readonly number[];
  /** Milliseconds, `SHORT` by default. */
  readonly limit?: number;
  /** Takes output as it comes, instead of `stdout`; once it has, the command is not tried again, for what was given out cannot be taken back. */
  readonly onStdout?: (chunk: Buffer) => void;
}

export interface GitAnswer {
  readonly exitCode: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Where git runs and with what. */
export interface GitPlace {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  /** `--git-dir` and `--work-tree`, so that no file in a worktree can send git elsewhere. */
  readonly flags: readonly string[];
  /** What the configuration may have files changed by. */
  readonly pins?: DriverPins | undefined;
}

/** Limit for commands that read or write a few objects, milliseconds. */
export const SHORT = 60_000;
/** Limit for commands that walk all files of a worktree. */
export const LONG = 30 * 60_000;

/** The one place where git is started for anything that writes, reads standard input or answers by exit code. */
export function gitIn(place: GitPlace): RunGit {
  const run = plainGitIn(place);
  const { pins } = place;
  if (pins === undefined) return run;
  const read = configReader(run);
  return async (args, call = {}) =>
    run(args, { ...call, environment: { ...call.environment, ...(await pins.environment(read)) } });
}

/** For `DriverPins`, which must not ask itself. */
export function configReader(run: RunGit): ReadConfig {
  return async (pattern) => {
    const { stdout } = await run(['config', '--null', '--get-regexp', pattern], { accept: [0, 1] });
    return stdout.toString('utf8');
  };
}

function plainGitIn(place: GitPlace): RunGit {
  const flags = ['--no-pager', ...HARDENING.flatMap((setting) => ['-c', setting]), ...place.flags];
  return (args, call = {}) => {
    let given = false;
    const onStdout =
      call.onStdout &&
      ((chunk: Buffer) => {
        given = true;
        call.onStdout?.(chunk);
      });
    const once = async (): Promise<GitAnswer> => {
      const { exitCode, stdout, stderr } = await spawnGit({
        args: [...flags, ...args],
        cwd: place.cwd,
        environment: { ...place.environment, ...call.environment },
        stdin: call.stdin ?? '',
        limit: patience(call.limit ?? SHORT, place.environment),
        onStdout,
      });
      // A failure that passes is no answer, whatever its code.
      const answers = exitCode === 0 || (exitCode !== null && (call.accept ?? [0]).includes(exitCode) && !saysTransient(stderr));
      if (!answers) throw new GitError({ command: args, exitCode, stderr });
      return { exitCode, stdout, stderr };
    };
    return retryTransient(once, { isSafe: () => !given, repeatable: isRepeatable(args) });
  };
}

/** Standard output without its last line break. */
export function textOf(answer: GitAnswer): string {
  return answer.stdout.toString('utf8').replace(/\n$/, '');
}
