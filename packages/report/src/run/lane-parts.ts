import type { RunState, TaskRun } from '@breakwater/model';
import { fitLine } from '../fit-line.js';
import { dim } from '../line.js';
import { count } from '../quantities.js';
import { signsOf } from '../signs.js';
import { lineWidth, type View } from '../view.js';
import type { Part } from './fit-rows.js';
import { laneColumns, laneLines } from './lane-lines.js';
import type { LiveNews } from './live-news.js';

/** What is shown of the lanes: each working task, tasks on their way into the chain, and the places that are free. */
export function laneParts(
  { state, live, now }: { readonly state: RunState; readonly live: LiveNews; readonly now: string },
  view: View & { readonly rows: number },
): readonly Part[] {
  const working = inLaneOrder(state);
  const room = roomForLanes(view);
  const shown = working.length > room ? working.slice(0, Math.max(1, room - 1)) : working;
  const columns = laneColumns(state, view);
  const hidden = working.length - shown.length;
  return [
    ...shown.map((task): Part => ({ worth: 6, lines: laneLines({ task, news: live.get(task.id), now }, columns, view) })),
    ...(hidden > 0 ? [{ worth: 6, lines: [fitLine([dim(`  and ${hidden} more`)], lineWidth(view), view)] }] : []),
    ...freePart(state, working, columns.detail, view),
  ];
}

/** Lanes may take what head and totals leave. */
function roomForLanes(view: View & { readonly rows: number }): number {
  const narrow = view.columns < 60;
  return Math.max(1, Math.floor((view.rows - (narrow ? 4 : 3)) / (narrow ? 2 : 1)));
}

/** Sessions by their lane, then what waits for verification and integration. */
function inLaneOrder(state: RunState): readonly TaskRun[] {
  const lane = ({ state: own }: TaskRun): number => (own.state === 'running' ? own.lane : Number.MAX_SAFE_INTEGER);
  return state.tasks
    .filter(({ state: own }) => own.state === 'running' || own.state === 'committed' || own.state === 'verified')
    .sort((a, b) => lane(a) - lane(b));
}

function freePart(state: RunState, working: readonly TaskRun[], detail: number, view: View): readonly Part[] {
  const free = state.concurrency - working.filter((task) => task.state.state === 'running').length;
  const waiting = state.tasks.some((task) => task.state.state === 'pending' && task.wave > state.wave);
  if (free <= 0 || !waiting || state.outcome !== 'running' || state.wave === 0) return [];
  const name = free === 1 ? 'free' : count(free, 'place').concat(' free');
  const why = `wave ${state.wave + 1} starts when wave ${state.wave} is integrated`;
  const narrow = view.columns < 60;
  const begin = narrow ? `${signsOf(view).waiting} ${name}   ` : `  ${name.padEnd(Math.max(0, detail - 4))}  `;
  return [{ worth: 4, lines: [fitLine([dim(begin + why)], lineWidth(view), view)] }];
}
