import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { execa } from 'execa';
import { LineSplitter } from './line-splitter.js';
import { loadExeca } from './load-execa.js';
import { type LogFile, openLog } from './log-file.js';
import { markedProcesses } from './marked-processes.js';
import { MARKER } from './marker.js';
import { QuietTimer } from './quiet-timer.js';
import { signalGroup, signalProcess } from './signal-group.js';
import { endMarked } from './sweep.js';

/** One process with all it will start: what it is given, and who is told what it says. */
export interface ProcessOrder {
  /** Program and arguments; no shell. */
  readonly command: readonly string[];
  /** The program only keeps another one, and would drop it on TERM: so that is asked of those it keeps. They are found by the marker. */
  readonly kept?: boolean;
  readonly cwd: string;
  /** The whole environment; by its marker the processes it leaves behind are found. */
  readonly environment: Readonly<Record<string, string>>;
  readonly stdin: string;
  readonly logFile: string;
  /** Wall limit; none when undefined. */
  readonly minutes?: number | undefined;
  /** Limit for the time without any output; none when undefined. */
  readonly stallMinutes?: number | undefined;
  /** Milliseconds between TERM and KILL. */
  readonly graceMs?: number;
  readonly signal: AbortSignal;
  readonly onLine: (line: string, from: 'stdout' | 'stderr') => void;
}

export type ProcessEnd =
  | { readonly end: 'not-started'; readonly message: string }
  | {
      readonly end: 'exited';
      readonly exitCode: number | null;
      readonly signal?: string;
      /** We ended it: by request, or because its time was up. */
      readonly cut?: Cut;
      /** Wall seconds. */
      readonly seconds: number;
      /** Command lines of processes it left running and that were ended. */
      readonly leftovers: readonly string[];
      /** Why the log is not whole. */
      readonly logProblem?: string;
    };

type Cut = 'stopped' | 'minutes' | 'stall';
type Child = ReturnType<typeof spawnChild>;

/** Long enough for a session to write down where it is. */
const GRACE_MS = 5_000;
/** Node's timers overflow beyond. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** How long processes that are on their way out get before they count as left behind. */
const FAREWELL_MS = 200;
const LOOK_MS = 20;
/** Only a process that shed its marker can hold our pipes after the sweep; nobody waits for it longer. */
const DRAIN_MS = 5_000;

/** Starts a process in a group of its own and follows it until nothing of it is left. Never rejects for an expected reason. */
export async function runProcess(order: ProcessOrder): Promise<ProcessEnd> {
  const log = await openLog(order.logFile);
  const begin = performance.now();
  const { execa } = await loadExeca();
  const child = spawnChild(execa, order);
  if (child.pid === undefined) {
    await log.close();
    return { end: 'not-started', message: (await child).originalMessage ?? 'it could not be started' };
  }
  const exited = exitOf(child);
  const quiet = new QuietTimer(order.stallMinutes);
  const output = Promise.all([
    follow(child.stdout, 'stdout', { order, log, quiet }),
    follow(child.stderr, 'stderr', { order, log, quiet }),
  ]);
  const cut = await exitOrCut(child.pid, { exited, quiet }, order);
  const leftovers = await endLeftovers(order, cut);
  await drain(child, output);
  const logProblem = await log.close();
  const seconds = (performance.now() - begin) / 1000;
  return {
    end: 'exited',
    ...(await exited),
    ...(cut === undefined ? {} : { cut }),
    seconds,
    leftovers,
    ...(logProblem === undefined ? {} : { logProblem }),
  };
}

function spawnChild(start: typeof execa, { command, cwd, environment, stdin }: ProcessOrder) {
  const [program, ...args] = command;
  if (program === undefined) throw new Error('Internal error: a process without a program');
  const child = start(program, args, {
    cwd,
    env: environment,
    extendEnv: false,
    // A group of its own, so that Ctrl-C in the terminal reaches us and not the sessions, and so that TERM reaches all of it.
    detached: true,
    // Its lifetime is ours to end; execa would wait for every holder of the pipes, and keep all output in memory.
    cleanup: false,
    buffer: false,
    reject: false,
    encoding: 'buffer',
    windowsHide: true,
  });
  // A program may end without reading what it was asked.
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  return child;
}

interface Exit {
  readonly exitCode: number | null;
  readonly signal?: string;
}

/** The exit of the process itself, whoever still holds its pipes. */
async function exitOf(child: Child): Promise<Exit> {
  const [exitCode, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return { exitCode, ...(signal === null ? {} : { signal }) };
}

/** Every chunk to the log, every line to the listener; a slow disk slows the process instead of filling our memory. */
async function follow(
  stream: Readable,
  from: 'stdout' | 'stderr',
  { order, log, quiet }: { order: ProcessOrder; log: LogFile; quiet: QuietTimer },
): Promise<void> {
  const lines = new LineSplitter((line) => order.onLine(line, from));
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      quiet.heard();
      await log.write(chunk);
      lines.push(chunk);
    }
  } catch (error) {
    if (!stream.destroyed) throw error;
  }
  lines.end();
}

/** Waits for the exit; on request or at the limit asks with TERM, waits the grace, ends with KILL. */
async function exitOrCut(
  pid: number,
  { exited, quiet }: { exited: Promise<Exit>; quiet: QuietTimer },
  order: ProcessOrder,
): Promise<Cut | undefined> {
  const over = new AbortController();
  const gone = exited.then(() => undefined);
  const cut = await Promise.race([gone, aborted(order.signal, over.signal), limit(order.minutes, over.signal), quiet.over]);
  over.abort();
  quiet.stop();
  if (cut === undefined) return undefined;
  await askToEnd(pid, order);
  await Promise.race([exited, wait(order.graceMs ?? GRACE_MS, undefined, { ref: false })]);
  signalGroup(pid, 'SIGKILL');
  await exited;
  return cut;
}

async function askToEnd(pid: number, { kept, environment }: ProcessOrder): Promise<void> {
  const marker = environment[MARKER];
  if (kept !== true || marker === undefined) return signalGroup(pid, 'SIGTERM');
  for (const one of await markedProcesses(marker)) if (one.pid !== pid) signalProcess(one.pid, 'SIGTERM');
}

/** Never settles when the process ends by itself; the listener goes. */
function aborted(signal: AbortSignal, over: AbortSignal): Promise<Cut> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve('stopped');
    signal.addEventListener('abort', () => resolve('stopped'), { once: true, signal: over });
  });
}

function limit(minutes: number | undefined, over: AbortSignal): Promise<Cut> {
  return new Promise((resolve) => {
    if (minutes === undefined) return;
    const timer = setTimeout(() => resolve('minutes'), Math.min(minutes * 60_000, LONGEST_TIMER_MS));
    over.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}

/** After a stop everything goes at once; after an end of its own, helpers that are just leaving are not called left behind. */
async function endLeftovers({ environment }: ProcessOrder, cut: Cut | undefined): Promise<readonly string[]> {
  const marker = environment[MARKER];
  if (marker === undefined) return [];
  if (cut === undefined) await farewell(marker);
  return (await endMarked(marker)).map((one) => one.command);
}

async function farewell(marker: string): Promise<void> {
  for (let waited = 0; waited < FAREWELL_MS; waited += LOOK_MS) {
    if ((await markedProcesses(marker)).length === 0) return;
    await wait(LOOK_MS);
  }
}

async function drain(child: Child, output: Promise<unknown>): Promise<void> {
  const late = new AbortController();
  const tooLate = wait(DRAIN_MS, undefined, { signal: late.signal }).catch(() => undefined);
  await Promise.race([output, tooLate]);
  late.abort();
  child.stdout.destroy();
  child.stderr.destroy();
  await output;
}
