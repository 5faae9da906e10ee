import { fork } from 'node:child_process';
import { dirname } from 'node:path';

/** A program of ours that does one thing in a process of its own. */
export interface ProgramOrder {
  /** Path of the module, absolute. */
  readonly program: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What it is sent, once; anything that can be cloned. */
  readonly message: object;
  readonly onAnswer: (answer: unknown) => void;
  /** Each asks it to stop, with TERM. */
  readonly stops: readonly AbortSignal[];
}

/** How it ended: one of the two is null. */
export interface ProgramEnd {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Settles when the process is gone. Its stderr is ours; it hears of signals through us alone, each once. Throws where none can be started. */
export async function askProgram({ stops, ...order }: ProgramOrder): Promise<ProgramEnd> {
  const child = start(order);
  const stop = () => void child.kill('SIGTERM');
  for (const signal of stops) signal.addEventListener('abort', stop);
  try {
    return await new Promise((resolve, reject) => {
      child.on('message', order.onAnswer);
      child.on('error', reject);
      child.on('exit', (exitCode, signal) => resolve({ exitCode, signal }));
      // Where it is gone already, its end is the answer.
      child.send(order.message, () => undefined);
    });
  } finally {
    for (const signal of stops) signal.removeEventListener('abort', stop);
  }
}

/** Started somewhere that exists, which the present folder may not; in a group of its own, so that no terminal speaks to it. */
function start({ program, environment }: Pick<ProgramOrder, 'program' | 'environment'>): ReturnType<typeof fork> {
  return fork(program, {
    cwd: dirname(program),
    env: environment,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  });
}
