import { planHere, realWorld, type World } from '@breakwater/api';
import type { View } from '@breakwater/report';
import { GIT_ENVIRONMENT } from '../../../test/rig/git.js';
import { tempFolder } from '../../../test/rig/temp-folder.js';
import type { Io } from './io.js';
import { main } from './main.js';

export const PLAIN: View = { columns: 80, colour: false, unicode: true };

/** An io that keeps what is written. */
export interface Heard extends Io {
  readonly said: () => { readonly stdout: string; readonly stderr: string };
}

export function anIo(rest: Partial<Io> = {}): Heard {
  let [stdout, stderr] = ['', ''];
  return {
    out: (text) => {
      stdout += text;
    },
    err: (text) => {
      stderr += text;
    },
    outView: PLAIN,
    errView: PLAIN,
    canAsk: false,
    ...rest,
    said: () => ({ stdout, stderr }),
  };
}

/** A world in a folder, with nothing of the person who runs the tests. */
export function aWorld(cwd: string, rest: Partial<World> = {}): World {
  const { signal } = new AbortController();
  const home = tempFolder('home');
  const environment = { PATH: process.env['PATH'] ?? '', HOME: home, LANG: 'C.UTF-8', ...GIT_ENVIRONMENT };
  return { ...realWorld({ stop: signal, hurry: signal }), cwd, environment, ...rest };
}

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One command line in this process, in a folder; paths below that folder read `<here>`. */
export async function breakwater(
  cwd: string,
  words: readonly string[],
  { io: wanted, world = aWorld(cwd) }: { readonly io?: Partial<Io>; readonly world?: World } = {},
): Promise<Said> {
  const io = anIo(wanted);
  const code = await main(words, { io, world, planner: planHere, signal: () => undefined });
  const { stdout, stderr } = io.said();
  return { code, stdout: stdout.replaceAll(cwd, '<here>'), stderr: stderr.replaceAll(cwd, '<here>') };
}
