import { randomBytes, randomUUID } from 'node:crypto';
import { uptime } from 'node:os';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { KnownProject } from '@breakwater/model';
import { RunClock } from './run-clock.js';

/** The one door through which clock, randomness and environment come in. */
export interface World {
  /** Folder the command was started in, absolute. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** As of the system when the process began; from there it only goes forward, also when the system's clock is set. */
  readonly now: () => Date;
  /** What an earlier process recorded at this time (ISO 8601) was before now, whatever the system's clock says. */
  readonly goOnFrom: (time: string) => void;
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
  const clock = new RunClock({ wall: Date.now, awake: () => performance.now(), uptime: () => uptime() * 1000 });
  const now = () => clock.now();
  return {
    cwd: presentFolder(process.env['PWD']),
    environment: process.env,
    now,
    goOnFrom: (time) => clock.goOnFrom(Date.parse(time)),
    monotonic: () => performance.now(),
    until: (time, signal) => until(time, signal, now),
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

/** Looked at again now and then: a machine that slept moves the time a timer was set for. */
const LOOK_MS = 30_000;

async function until(time: number, signal: AbortSignal, now: () => Date): Promise<void> {
  for (;;) {
    const left = time - now().getTime();
    if (signal.aborted || left <= 0) return;
    await wait(Math.min(LOOK_MS, left), undefined, { signal }).catch(() => undefined);
  }
}
