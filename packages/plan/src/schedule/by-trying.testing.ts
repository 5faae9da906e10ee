import type { Problem } from './problem.js';
import { rowOf } from './rows.js';
import { brokenBy, brokenInTime } from './some-problem.testing.js';

/** Fewest waves there are, by trying every set of tasks as the last wave of every set: at most eight tasks or so. */
export function fewestByTrying(problem: Problem): number {
  const tasks = [...new Array(problem.size).keys()];
  const members = (set: number) => tasks.filter((task) => (set >> task) & 1);
  const safe = Array.from({ length: 2 ** problem.size }, (_, set) => mayShare(problem, members(set)));
  const best = new Float64Array(2 ** problem.size).fill(Number.POSITIVE_INFINITY);
  best[0] = 0;
  for (let set = 1; set < best.length; set += 1) {
    for (let last = set; last > 0; last = (last - 1) & set) {
      const before = set & ~last;
      const inTime = members(last).every((task) => [...rowOf(problem.before, task)].every((one) => (before >> one) & 1));
      if (safe[last] === true && inTime) best[set] = Math.min(best[set] ?? 0, 1 + (best[before] ?? 0));
    }
  }
  return best[best.length - 1] ?? 0;
}

/** As one wave of which all the others are later, one each: what is broken then concerns the wave. */
function mayShare(problem: Problem, wave: readonly number[]): boolean {
  const waveOf = Int32Array.from({ length: problem.size }, (_, task) => (wave.includes(task) ? 0 : task + 1));
  return brokenBy(problem, waveOf).every((fault) => /^wave [1-9]|^\d+ is not after|empty/.test(fault));
}

/**
 * The earliest end there is, with these lengths, by placing the tasks as early as they go in every order: one of those schedules is
 * best (active schedules, Sprecher, Kolisch and Drexl 1995). At most six tasks or so.
 */
export function soonestByTrying(problem: Problem, lengths: ArrayLike<number>): number {
  const length = (task: number) => lengths[task] ?? 0;
  const extend = (start: ReadonlyMap<number, number>): number => {
    if (start.size === problem.size) return Math.max(0, ...[...start].map(([task, begin]) => begin + length(task)));
    const open = [...new Array(problem.size).keys()].filter((task) => !start.has(task));
    const next = open.filter((task) => [...rowOf(problem.before, task)].every((one) => start.has(one)));
    return Math.min(...next.map((task) => extend(new Map([...start, [task, earliest(problem, lengths, start, task)]]))));
  };
  return extend(new Map());
}

/** Whoever has no place yet stands after everything, one by one, and breaks nothing. */
function earliest(problem: Problem, lengths: ArrayLike<number>, start: ReadonlyMap<number, number>, task: number): number {
  const ends = [0, ...[...start].map(([one, begin]) => begin + (lengths[one] ?? 0))].sort((a, b) => a - b);
  const far = (one: number) => 1e6 + 1e4 * [...problem.order].indexOf(one);
  const tried = (begin: number) =>
    Array.from({ length: problem.size }, (_, one) => (one === task ? begin : (start.get(one) ?? far(one))));
  const found = ends.find((begin) => brokenInTime(problem, tried(begin), lengths).length === 0);
  if (found === undefined) throw new Error('Internal error: no place');
  return found;
}
