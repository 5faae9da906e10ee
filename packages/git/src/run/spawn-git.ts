import { type ChildProcess, spawn } from 'node:child_process';
import { tookTooLong } from './patience.js';

/** One start of git: everything it depends on. */
export interface GitStart {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly stdin: string | Uint8Array;
  /** Milliseconds until it is killed with all it started. */
  readonly limit: number;
  /** Takes output as it comes; then `stdout` of the end is empty. */
  readonly onStdout?: ((chunk: Buffer) => void) | undefined;
}

export interface GitEnd {
  /** Null when it was killed or never started. */
  readonly exitCode: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
  /** Git could not be started: the system's error code, e.g. ENOENT. */
  readonly startError?: string;
}

/** Starts git once, without a shell, in a process group of its own so that the time limit takes its children too. Never rejects. */
export function spawnGit(start: GitStart): Promise<GitEnd> {
  return new Promise((resolve) => {
    const child = spawn('git', start.args, {
      cwd: start.cwd,
      env: start.environment,
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    const end = (exitCode: number | null, rest: { readonly startError?: string } = {}) => {
      clearTimeout(timer);
      resolve({ exitCode, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString('utf8'), ...rest });
    };
    const timer = setTimeout(() => {
      stderr.push(Buffer.from(`\n${tookTooLong(start.limit, 'an end')}`));
      killTree(child);
    }, start.limit);
    child.stdout.on('data', start.onStdout ?? ((chunk: Buffer) => stdout.push(chunk)));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', (error: NodeJS.ErrnoException) => {
      stderr.push(Buffer.from(error.message));
      end(null, { startError: error.code ?? 'unknown' });
    });
    child.on('close', (code) => end(code));
    // Git may end before it has read everything; that is told by its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(start.stdin);
  });
}

/** Closing our ends of the pipes lets `close` come even when a grandchild in another group still holds them. */
function killTree(child: ChildProcess): void {
  try {
    if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended in the same moment.
  }
  child.stdout?.destroy();
  child.stderr?.destroy();
}
