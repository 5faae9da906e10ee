import type { World } from '@breakwater/api';
import type { RunState } from '@breakwater/model';
import { createScreen, foldNews, type LiveNews, liveFrame, permanentLines } from '@breakwater/report';
import type { Io } from './io.js';
import type { Watch } from './watch.js';

const REPAINT_MS = 100;
const TICK_MS = 1000;
/** Rows from which a blank line sets the region off from what is done. */
const ROOMY = 16;
const KEYS = [{ key: 'Ctrl-C', label: 'stop, resume later' }];

/** The region at the bottom of a terminal: repainted when something happened, at most ten times a second, and once a second for the clock. */
export function watchLive(io: Io, stream: NodeJS.WriteStream, world: World): Watch {
  const screen = createScreen(stream);
  let seen: Seen | undefined;
  let painted = Number.NEGATIVE_INFINITY;
  const paint = (): void => {
    if (seen === undefined) return;
    painted = world.monotonic();
    screen.update(frameOf(seen, io, stream, world));
  };
  const tick = setInterval(paint, TICK_MS);
  stream.on('resize', paint);
  world.stop.addEventListener('abort', paint);
  return {
    listener: {
      record: (record, before, after) => {
        seen = { state: after, live: seen?.live ?? new Map() };
        screen.permanent(permanentLines(record, before, after, viewOf(io, stream)));
        paint();
      },
      news: (lane) => {
        if (seen !== undefined) seen = { ...seen, live: foldNews(seen.live, lane, world.now().toISOString()) };
        if (world.monotonic() - painted >= REPAINT_MS) paint();
      },
    },
    close: () => {
      clearInterval(tick);
      stream.off('resize', paint);
      world.stop.removeEventListener('abort', paint);
      // The region goes; what stays is the permanent lines, and the summary below them.
      screen.update([]);
      screen.close();
    },
  };
}

interface Seen {
  readonly state: RunState;
  readonly live: LiveNews;
}

function viewOf(io: Io, stream: NodeJS.WriteStream): Io['errView'] {
  return { ...io.errView, columns: stream.columns ?? 80 };
}

function frameOf({ state, live }: Seen, io: Io, stream: NodeJS.WriteStream, world: World): readonly string[] {
  const rows = stream.rows ?? 24;
  const gap = rows >= ROOMY ? [''] : [];
  const notice = world.stop.aborted ? { notice: stopping(state) } : {};
  const input = { state, live, now: world.now().toISOString(), keys: world.stop.aborted ? [] : KEYS, ...notice };
  return [...gap, ...liveFrame(input, { ...viewOf(io, stream), rows: rows - gap.length })];
}

function stopping(state: RunState): string {
  const running = state.tasks.filter((task) => task.state.state === 'running').length;
  return `stopping: ${running === 1 ? '1 session, its work is' : `${running} sessions, their work is`} saved`;
}
