import { randomBytes, randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { KnownProject } from '@breakwater/model';

/** The one door through which clock, randomness and environment come in. */
export interface World {
  /** Folder the command was started in, absolute. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** Milliseconds that never run backwards. */
  readonly monotonic: () => number;
  /** Settles at that time (milliseconds since 1970), or when the signal is aborted. */
  readonly until: (time: number, signal: AbortSignal) => Promise<void>;
  readonly randomHex: (digits: number) => string;
  readonly uuid: () => string;
  readonly pid: number;
  /** Aborted when the user asks to stop. */
  readonly stop: AbortSignal;
  /** Aborted when the user asks a second time: sessions are ended without grace. */
  readonly hurry: AbortSignal;
  /** The projects of the checkout as the workspace's own tool sees them, when that tool called us. We never start it to ask. */
  readonly projects?: readonly KnownProject[];
}

export function realWorld({ stop, hurry }: Pick<World, 'stop' | 'hurry'>): World {
  return {
    cwd: presentFolder(process.env['PWD']),
    environment: process.env,
    now: () => new Date(),
    monotonic: () => performance.now(),
    until,
    randomHex: (digits) =>
      randomBytes(Math.ceil(digits / 2))
        .toString('hex')
        .slice(0, digits),
    uuid: () => randomUUID(),
    pid: process.pid,
    stop,
    hurry,
  };
}

/** A folder that was deleted under the shell has no name any more; the shell still knows it, and what looks there says that nothing is there. */
function presentFolder(known: string | undefined): string {
  try {
    return process.cwd();
  } catch {
    return resolve('/', known ?? '');
  }
}

/** Looked at again now and then: a clock that is set, or a machine that slept, moves the time a timer was set for. */
const LOOK_MS = 30_000;

async function until(time: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && Date.now() < time) {
    await wait(Math.min(LOOK_MS, time - Date.now()), undefined, { signal }).catch(() => undefined);
  }
}
