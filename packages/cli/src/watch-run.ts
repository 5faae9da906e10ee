import type { RunListener } from '@breakwater/api';
import type { LaneNews, Recorded, RunState } from '@breakwater/model';
import { createScreen, foldNews, type LiveNews, liveFrame, permanentLines, plainLine, stillRunning } from '@breakwater/report';
import type { Io } from './io.js';

/** Shows a run while it goes on. Output is a consequence of records and news; it never holds the run up. */
export interface Watch {
  readonly listener: RunListener;
  readonly close: () => void;
}

const REPAINT_MS = 100;
const TICK_MS = 1000;
const HEARTBEAT_MS = 60_000;
const ROOMY = 16;
const KEYS = [{ key: 'Ctrl-C', label: 'stop, resume later' }];

/** A live region in a terminal, plain lines elsewhere, one record a line with --json. */
export function watchRun(io: Io, json: boolean): Watch {
  if (json) return watchJson(io);
  return io.live === undefined ? watchPlain(io) : watchLive(io, io.live);
}

function watchJson(io: Io): Watch {
  return {
    listener: { record: (record) => io.out(`${JSON.stringify(record)}\n`), news: () => undefined },
    close: () => undefined,
  };
}

function watchPlain(io: Io): Watch {
  let state: RunState | undefined;
  let live: LiveNews = new Map();
  let quiet = true;
  const beat = setInterval(() => {
    if (state !== undefined && quiet) io.err(`${stillRunning(state, live, new Date().toISOString(), clockTime)}\n`);
    quiet = true;
  }, HEARTBEAT_MS);
  beat.unref();
  const record = (recorded: Recorded, before: RunState | undefined, after: RunState): void => {
    state = after;
    const line = plainLine(recorded, before, after, clockTime);
    if (line === undefined) return;
    quiet = false;
    io.err(`${line}\n`);
  };
  const news = (lane: LaneNews): void => {
    live = foldNews(live, lane, new Date().toISOString());
  };
  return { listener: { record, news }, close: () => clearInterval(beat) };
}

/** Wall-clock time where the reader sits. */
function clockTime(t: string): string {
  return new Date(t).toTimeString().slice(0, 8);
}

function watchLive(io: Io, stream: NodeJS.WriteStream): Watch {
  const screen = createScreen(stream);
  let state: RunState | undefined;
  let live: LiveNews = new Map();
  let painted = 0;
  const paint = (): void => {
    if (state === undefined) return;
    painted = Date.now();
    const rows = stream.rows ?? 24;
    // A blank line sets the region off from what is done, where there is room for one.
    const gap = rows >= ROOMY ? [''] : [];
    const view = { ...io.errView, columns: stream.columns ?? 80, rows: rows - gap.length };
    screen.update([...gap, ...liveFrame({ state, live, now: new Date().toISOString(), keys: KEYS }, view)]);
  };
  const soon = (): void => {
    if (Date.now() - painted >= REPAINT_MS) paint();
  };
  const tick = setInterval(paint, TICK_MS);
  stream.on('resize', paint);
  const record = (recorded: Recorded, before: RunState | undefined, after: RunState): void => {
    state = after;
    screen.permanent(permanentLines(recorded, before, after, { ...io.errView, columns: stream.columns ?? 80 }));
    paint();
  };
  const news = (lane: LaneNews): void => {
    live = foldNews(live, lane, new Date().toISOString());
    soon();
  };
  const close = (): void => {
    clearInterval(tick);
    stream.off('resize', paint);
    // The region goes; what stays is the permanent lines, and the summary below them.
    screen.update([]);
    screen.close();
  };
  return { listener: { record, news }, close };
}
