import { at } from '../at.js';
import { int, real } from '../schedule/rows.js';
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
  /**
   * By task: three times what waits for it, and itself. With what it keeps away (`kept`) that is its urgency: a chain delays all, a hub
   * delays many. Of the single-pass priorities compared on real histories this one came nearest to the bound.
   */
  readonly hanging: Float64Array<ArrayBuffer>;
  readonly standing: Uint8Array;
  /** By task: predecessors whose code is not there. */
  readonly missing: Int32Array<ArrayBuffer>;
  /** By task: open tasks it may not be beside. */
  readonly beside: Int32Array<ArrayBuffer>;
  /** By task: summed seconds of the tasks it keeps away and that are not settled. */
  readonly kept: Float64Array<ArrayBuffer>;
  readonly open: Set<number>;
  /** By pool: what open tasks took. */
  readonly taken: Float64Array<ArrayBuffer>;
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
    hanging: chainsAfter(problem).map((chain, task) => 3 * chain + at(seconds, task)),
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

/** O(tasks) for every one that starts. */
function startMost(moment: Moment, first: ReadonlySet<number>, room: number): readonly number[] {
  const started: number[] = [];
  while (started.length < room) {
    const next = mostUrgent(moment, first);
    if (next === undefined) break;
    enter(moment, next);
    started.push(next);
  }
  return started;
}

/** The most urgent of the highest class there is. */
function mostUrgent(moment: Moment, first: ReadonlySet<number>): number | undefined {
  let best: number | undefined;
  let highest = 0;
  for (let task = 0; task < moment.problem.size; task += 1) {
    const own = mayStart(moment, task) ? classOf(moment, task, first) : NOT_NOW;
    if (own === NOT_NOW || own < highest) continue;
    if (best !== undefined && own === highest && !isMoreUrgent(moment, task, best)) continue;
    best = task;
    highest = own;
  }
  return best;
}

const NOT_NOW = -1;

/** Calm ones before risky ones, then those that keep their turn; with nothing open there is no risk, so nobody waits for ever. */
function classOf(moment: Moment, task: number, first: ReadonlySet<number>): number {
  const calm = isCalm(moment, task);
  if (!calm && moment.problem.risky === 'wait') return NOT_NOW;
  return (calm ? 2 : 0) + (first.has(task) ? 1 : 0);
}

function isMoreUrgent({ problem, hanging, kept }: Moment, one: number, other: number): boolean {
  const difference = real(hanging, one) + real(kept, one) - real(hanging, other) - real(kept, other);
  return difference === 0 ? at(problem.rank, one) < at(problem.rank, other) : difference > 0;
}

function mayStart({ problem, standing, missing, beside, taken }: Moment, task: number): boolean {
  if (standing[task] !== WAITING || int(missing, task) > 0 || int(beside, task) > 0) return false;
  const needs = at(problem.needs, task);
  // Alone a task may have what it needs, even where that is more than there is.
  return (
    needs.length === 0 ||
    needs.every(({ pool, amount }) => real(taken, pool) <= 0 || real(taken, pool) + amount <= at(problem.capacities, pool))
  );
}

function isCalm({ problem, open }: Moment, task: number): boolean {
  const risks = at(problem.risk, task);
  let sum = 0;
  if (risks.size > 0) for (const other of open) sum += risks.get(other) ?? 0;
  return sum < CALM;
}
