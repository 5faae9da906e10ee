import type { PairRisk, RepoPath, TouchSet } from '@breakwater/model';
import { calibrateRisk } from './calibrate-risk.js';
import { WEIGHTS } from './weights.js';

/** One task's stake in a file; `task` is its place in the list. */
interface Stake {
  readonly task: number;
  readonly p: number;
}

/** What is known of one task against each later one, by place in the list. */
interface Row {
  /** Sum of the logarithms of "not this file". */
  readonly none: Float64Array;
  readonly heaviest: Float64Array;
  readonly path: (RepoPath | undefined)[];
}

/**
 * The probability that two tasks write one file: 1 - prod(1 - pi pj) over the files both may write, calibrated, with the file that
 * adds most (the first by path when several add the same). Pairs of at least 0.001, by falling p, then by ids; `between` in list order.
 * Time grows with the number of shared files, not with the square of the list; memory with its length.
 */
export function pairRisks(touchSets: readonly TouchSet[]): readonly PairRisk[] {
  const stakes = stakesByFile(touchSets);
  return touchSets.flatMap((_, task) => risksOf(task, touchSets, stakes)).sort(byFallingRisk);
}

function stakesByFile(touchSets: readonly TouchSet[]): ReadonlyMap<RepoPath, readonly Stake[]> {
  const stakes = new Map<RepoPath, Stake[]>();
  for (const [task, { writes }] of touchSets.entries()) {
    for (const { path, p } of writes) {
      const known = stakes.get(path);
      if (known === undefined) stakes.set(path, [{ task, p }]);
      else known.push({ task, p });
    }
  }
  return stakes;
}

function risksOf(
  task: number,
  touchSets: readonly TouchSet[],
  stakes: ReadonlyMap<RepoPath, readonly Stake[]>,
): readonly PairRisk[] {
  const mine = touchSets[task];
  if (mine === undefined) return [];
  const row = emptyRow(touchSets.length);
  const inPathOrder = [...mine.writes].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { path, p } of inPathOrder) {
    for (const other of stakes.get(path) ?? []) if (other.task > task) addShared(row, other.task, path, p * other.p);
  }
  return touchSets.flatMap((other, place) => {
    const path = row.path[place];
    const p = path === undefined ? 0 : calibrateRisk(-Math.expm1(row.none[place] ?? 0));
    if (path === undefined || p < WEIGHTS.risk) return [];
    return [{ between: [mine.task, other.task] as const, p, path }];
  });
}

function emptyRow(length: number): Row {
  return { none: new Float64Array(length), heaviest: new Float64Array(length), path: new Array(length).fill(undefined) };
}

function addShared(row: Row, other: number, path: RepoPath, both: number): void {
  row.none[other] = (row.none[other] ?? 0) + Math.log1p(-both);
  if (both <= (row.heaviest[other] ?? 0)) return;
  row.heaviest[other] = both;
  row.path[other] = path;
}

function byFallingRisk(a: PairRisk, b: PairRisk): number {
  if (a.p !== b.p) return b.p - a.p;
  if (a.between[0] !== b.between[0]) return a.between[0] < b.between[0] ? -1 : 1;
  return a.between[1] < b.between[1] ? -1 : 1;
}
