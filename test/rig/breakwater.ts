import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { GIT_ENVIRONMENT } from './git.js';
import { tempFolder } from './temp-folder.js';

const BINARY = fileURLToPath(new URL('../../packages/cli/bin/breakwater.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The real program in a process of its own, with an environment that holds nothing of the person who runs the tests. */
export interface Started {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves when stderr has shown the text. */
  readonly said: (text: string) => Promise<void>;
}

/** `stdoutTo`: another place for it than `ended`, as a file descriptor. */
export function start(
  cwd: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  stdoutTo: number | 'pipe' = 'pipe',
): Started {
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: tempFolder('home'),
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    ...GIT_ENVIRONMENT,
    ...environment,
  };
  const child = spawn(process.execPath, [BINARY, ...words], { cwd, env, stdio: ['ignore', stdoutTo, 'pipe'] });
  let stdout = '';
  let stderr = '';
  const waiting = new Set<() => void>();
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
    for (const look of waiting) look();
  });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr })));
  const said = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!stderr.includes(text)) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
      void ended.then(() =>
        stderr.includes(text)
          ? resolve()
          : reject(new Error(`it ended without saying ${JSON.stringify(text)}:\n${stderr}\n${stdout}`)),
      );
    });
  return { process: child, ended, said };
}

export function breakwater(
  cwd: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return start(cwd, words, environment).ended;
}
