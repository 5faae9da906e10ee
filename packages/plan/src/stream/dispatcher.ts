import { at } from '../at.js';
import { chainsAfter } from './chains.js';
import type { StreamProblem } from './stream-problem.js';

/**
 * Decides which waiting tasks start now. It holds one moment of a run and is told what happens; the preview's simulation keeps one
 * over a whole run, the real run makes a new one from what is recorded at each event: the same moment gives the same answer.
 */
export interface Dispatcher {
  /** Starts what may start now, the most urgent first, at most `room` tasks. */
  readonly start: (room: number) => readonly number[];
  /** It has begun, whoever decided so. */
  readonly open: (task: number) => void;
  /** Its code is there: what waited for it may go on, and what it held is free. */
  readonly integrate: (task: number) => void;
  /** It failed, is held or blocked: it holds nothing, and what waits for it waits on. */
  readonly giveUp: (task: number) => void;
}

/** From this chance of a clash with the open tasks on, a task is not started while a calmer one could be. */
const CALM = 0.1;

const WAITING = 0;
const OPEN = 1;
const SETTLED = 2;

interface Moment {
  readonly problem: StreamProblem;
  readonly chain: Float64Array;
  readonly standing: Uint8Array;
  /** By task: predecessors whose code is not there. */
  readonly missing: Int32Array;
  /** By task: open tasks it may not be beside. */
  readonly beside: Int32Array;
  /** By task: summed seconds of the tasks it keeps away and that are not settled. */
  readonly kept: Float64Array;
  readonly open: Set<number>;
  /** By pool: what open tasks took. */
  readonly taken: Float64Array;
}

/** `first`: tasks that keep their turn, before all others. */
export function openDispatcher(problem: StreamProblem, first: ReadonlySet<number> = new Set()): Dispatcher {
  const moment = beginning(problem);
  return {
    start: (room) => startMost(moment, first, room),
    open: (task) => enter(moment, task),
    integrate: (task) => {
      leave(moment, task);
      for (const later of at(problem.after, task)) moment.missing[later] = at(moment.missing, later) - 1;
    },
    giveUp: (task) => leave(moment, task),
  };
}

function beginning(problem: StreamProblem): Moment {
  const { size, before, apart, seconds, capacities } = problem;
  return {
    problem,
    chain: chainsAfter(problem),
    standing: new Uint8Array(size),
    missing: Int32Array.from(before, (list) => list.length),
    beside: new Int32Array(size),
    kept: Float64Array.from(apart, (list) => list.reduce((sum, other) => sum + at(seconds, other), 0)),
    open: new Set(),
    taken: new Float64Array(capacities.length),
  };
}

function enter(moment: Moment, task: number): void {
  const { problem, standing, beside, open, taken } = moment;
  standing[task] = OPEN;
  open.add(task);
  for (const other of at(problem.apart, task)) beside[other] = at(beside, other) + 1;
  for (const { pool, amount } of at(problem.needs, task)) taken[pool] = at(taken, pool) + amount;
}

function leave(moment: Moment, task: number): void {
  const { problem, standing, beside, kept, open, taken } = moment;
  const wasOpen = standing[task] === OPEN;
  standing[task] = SETTLED;
  for (const other of at(problem.apart, task)) {
    kept[other] = at(kept, other) - at(problem.seconds, task);
    if (wasOpen) beside[other] = at(beside, other) - 1;
  }
  if (!open.delete(task)) return;
  for (const { pool, amount } of at(problem.needs, task)) taken[pool] = at(taken, pool) - amount;
}

/** O(tasks log tasks): few are started at a time. */
function startMost(moment: Moment, first: ReadonlySet<number>, room: number): readonly number[] {
  const started: number[] = [];
  if (room <= 0) return started;
  const candidates = readyTasks(moment, first);
  while (started.length < room) {
    const next = candidates.find((task) => mayStart(moment, task) && isCalm(moment, task)) ?? riskyOne(moment, candidates);
    if (next === undefined) break;
    enter(moment, next);
    started.push(next);
  }
  return started;
}

/** Nobody waits for ever: with nothing open there is no risk. */
function riskyOne(moment: Moment, candidates: readonly number[]): number | undefined {
  if (moment.problem.risky === 'wait') return undefined;
  return candidates.find((task) => mayStart(moment, task));
}

function readyTasks(moment: Moment, first: ReadonlySet<number>): readonly number[] {
  const { rank } = moment.problem;
  const ready = [...moment.standing.keys()].filter((task) => mayStart(moment, task));
  return ready.sort(
    (a, b) => Number(first.has(b)) - Number(first.has(a)) || urgency(moment, b) - urgency(moment, a) || at(rank, a) - at(rank, b),
  );
}

/**
 * Three times what hangs on the task, itself, and what it keeps away: a chain delays all, a hub delays many. Of the single-pass
 * priorities compared on real histories this one came nearest to the bound.
 */
function urgency({ problem, chain, kept }: Moment, task: number): number {
  return 3 * at(chain, task) + at(problem.seconds, task) + at(kept, task);
}

function mayStart({ problem, standing, missing, beside, taken }: Moment, task: number): boolean {
  if (standing[task] !== WAITING || at(missing, task) > 0 || at(beside, task) > 0) return false;
  return at(problem.needs, task).every(({ pool, amount }) => {
    // Alone a task may have what it needs, even where that is more than there is.
    return at(taken, pool) <= 0 || at(taken, pool) + amount <= at(problem.capacities, pool);
  });
}

function isCalm({ problem, open }: Moment, task: number): boolean {
  const risks = at(problem.risk, task);
  let sum = 0;
  if (risks.size > 0) for (const other of open) sum += risks.get(other) ?? 0;
  return sum < CALM;
}
