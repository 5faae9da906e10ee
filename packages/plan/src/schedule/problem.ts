import { type Rows, rowsOf, turned } from './rows.js';
import { topologicalOrder } from './topological-order.js';

/**
 * A scheduling problem in numbers: resource-constrained project scheduling (Pritsker, Watters and Wolfe 1969) with conflicts. Tasks
 * are their places in the list. Waves, streams and plain project scheduling read the same problem; waves count every task as one
 * wave long and take `minutes` only to compare lengths.
 */
export interface Problem {
  readonly size: number;
  /** Tasks at once, at most. */
  readonly concurrency: number;
  /** Estimated length by task; all 1 when nothing is known. */
  readonly minutes: Float64Array<ArrayBuffer>;
  /** Direct predecessors by task, ascending. */
  readonly before: Rows;
  /** Direct successors by task, ascending. */
  readonly after: Rows;
  /** Every task after its predecessors; of equals the first in the list. */
  readonly order: Int32Array<ArrayBuffer>;
  /** By task: those it may not run beside, ascending, in both directions. Pairs ordered by precedence need not be here. */
  readonly apart: Rows;
  /** Sets of tasks of which no two may run at once, too many to list their pairs: members by set, ascending. */
  readonly groups: Rows;
  /** By task: the sets it belongs to. */
  readonly groupsOf: Rows;
  /** By task: those it shares risk with, ascending, in both directions. */
  readonly risky: Rows;
  /** Beside each item of `risky`: the risk in ten-thousandths. */
  readonly units: Int32Array<ArrayBuffer>;
  /** By task: the pools it takes from. */
  readonly pools: Rows;
  /** Beside each item of `pools`: how much; never more than there is, so that a task which needs more runs alone in that pool. */
  readonly amounts: Int32Array<ArrayBuffer>;
  /** By pool. */
  readonly capacities: Int32Array<ArrayBuffer>;
  /** Tasks in the order that settles ties: earlier ones should come first. */
  readonly preferred: Int32Array<ArrayBuffer>;
  /** By task: how urgent its author says it is, 0 where nothing is said. The more urgent of two is preferred. */
  readonly priority: Int32Array<ArrayBuffer>;
}

export type Pair = readonly [number, number];

/** What somebody takes from a pool. */
export interface Need {
  readonly task: number;
  readonly pool: number;
  readonly amount: number;
}

/** A problem as it is told; only size and concurrency must be said. Pairs in any direction, none twice. */
export interface ProblemParts {
  readonly size: number;
  readonly concurrency: number;
  readonly minutes?: ArrayLike<number>;
  /** The first before the second. */
  readonly precedences?: readonly Pair[];
  readonly conflicts?: readonly Pair[];
  /** Instead of `conflicts`, when they are in rows already: ascending, in both directions. */
  readonly apart?: Rows;
  readonly groups?: readonly ArrayLike<number>[];
  /** With the risk in ten-thousandths. */
  readonly risks?: readonly (readonly [number, number, number])[];
  readonly needs?: readonly Need[];
  readonly capacities?: readonly number[];
  readonly preferred?: readonly number[];
  readonly priority?: readonly number[];
}

/** Throws an internal error when tasks wait for each other. O(size + all that is listed). */
export function problemOf(parts: ProblemParts): Problem {
  const { size, concurrency, precedences = [], capacities = [] } = parts;
  const after = turned(rowsOf(size, precedences.map(swapped)), size);
  const before = turned(after, size);
  return {
    size,
    concurrency,
    minutes: parts.minutes === undefined ? new Float64Array(size).fill(1) : Float64Array.from(parts.minutes),
    before,
    after,
    order: topologicalOrder(before, after),
    apart: parts.apart ?? bothWays(size, parts.conflicts ?? []),
    ...groupRows(size, parts.groups ?? []),
    ...riskRows(size, parts.risks ?? []),
    ...poolRows(size, parts.needs ?? [], capacities),
    capacities: Int32Array.from(capacities),
    preferred: Int32Array.from(parts.preferred ?? Array.from({ length: size }, (_, task) => task)),
    priority: parts.priority === undefined ? new Int32Array(size) : Int32Array.from(parts.priority),
  };
}

function swapped([a, b]: Pair): Pair {
  return [b, a];
}

/** Ascending without sorting: turning rows round sorts them. */
function bothWays(size: number, pairs: readonly Pair[]): Rows {
  const rows = rowsOf(size, [...pairs, ...pairs.map(swapped)]);
  return turned(rows, size);
}

function groupRows(size: number, lists: readonly ArrayLike<number>[]): Pick<Problem, 'groups' | 'groupsOf'> {
  const listed = rowsOf(
    lists.length,
    lists.flatMap((members, group) => Array.from(members, (member): Pair => [group, member])),
  );
  const groupsOf = turned(listed, size);
  return { groupsOf, groups: turned(groupsOf, lists.length) };
}

function riskRows(size: number, risks: readonly (readonly [number, number, number])[]): Pick<Problem, 'risky' | 'units'> {
  const sorted = [...risks, ...risks.map(([a, b, units]) => [b, a, units] as const)].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const risky = rowsOf(
    size,
    sorted.map(([a, b]) => [a, b]),
  );
  return { risky, units: Int32Array.from(sorted, ([, , units]) => units) };
}

function poolRows(size: number, needs: readonly Need[], capacities: readonly number[]): Pick<Problem, 'pools' | 'amounts'> {
  const sorted = needs.filter(({ amount }) => amount > 0).sort((a, b) => a.task - b.task || a.pool - b.pool);
  const pools = rowsOf(
    size,
    sorted.map(({ task, pool }) => [task, pool]),
  );
  return { pools, amounts: Int32Array.from(sorted, ({ pool, amount }) => Math.min(amount, capacities[pool] ?? 0)) };
}

/** The same problem with time running backwards. */
export function reversed(problem: Problem): Problem {
  return { ...problem, before: problem.after, after: problem.before, order: problem.order.slice().reverse() };
}
