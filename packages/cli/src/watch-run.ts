import type { World } from '@breakwater/api';
import type { LaneNews, Recorded, RunState } from '@breakwater/model';
import { foldNews, type LiveNews, plainLine, renderJsonLine, stillRunning } from '@breakwater/report';
import type { Io } from './io.js';
import type { Watch } from './watch.js';
import { watchLive } from './watch-live.js';

const HEARTBEAT_MS = 60_000;

/** A live region in a terminal, plain lines elsewhere, one record a line with --json. */
export function watchRun(io: Io, json: boolean, world: World): Watch {
  if (json) return watchJson(io);
  return io.live === undefined ? watchPlain(io, world) : watchLive(io, io.live, world);
}

function watchJson(io: Io): Watch {
  return {
    listener: { record: (record) => io.out(renderJsonLine(record)), news: () => undefined },
    close: () => undefined,
  };
}

function watchPlain(io: Io, world: World): Watch {
  let state: RunState | undefined;
  let live: LiveNews = new Map();
  let quiet = true;
  const beat = setInterval(() => {
    if (state !== undefined && quiet) io.err(`${stillRunning(state, live, world.now().toISOString(), clockTime)}\n`);
    quiet = true;
  }, HEARTBEAT_MS);
  beat.unref();
  const record = (recorded: Recorded, before: RunState | undefined, after: RunState): void => {
    state = after;
    const line = plainLine(recorded, before, after, { ...io.errView, clock: clockTime });
    if (line === undefined) return;
    quiet = false;
    io.err(`${line}\n`);
  };
  const news = (lane: LaneNews): void => {
    live = foldNews(live, lane, world.now().toISOString());
  };
  return { listener: { record, news }, close: () => clearInterval(beat) };
}

/** Wall-clock time where the reader sits. */
function clockTime(t: string): string {
  return new Date(t).toTimeString().slice(0, 8);
}
