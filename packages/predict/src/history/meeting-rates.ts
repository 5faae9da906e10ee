import type { Groups } from '../ground/file-table.js';
import { add } from '../scores/scores.js';
import { meet } from './meet.js';
import type { PastTable } from './past-table.js';

/** Past commits looked at. */
const NEWEST = 500;
/** Commits at most so far apart stand for tasks of one plan. */
const NEAR = 11;
/** What is usual in all groups counts like so many pairs of one. */
const PRIOR = 15;
/** What is usual when there is hardly a history: one pair in seven. */
const ELSEWHERE = { common: 3, pairs: 20 };

/**
 * How often two near commits that both change files of a group change a common one of them, by group. Two commits in one small busy
 * project meet sooner than two in a large one where everybody has a corner.
 */
export function meetingRates({ changes }: PastTable, groups: Groups): Float64Array {
  const [pairs, common] = [new Float64Array(groups.sizes.length), new Float64Array(groups.sizes.length)];
  const commits = changes.slice(0, NEWEST).map(({ files }) => byGroup(files, groups));
  for (const [n, one] of commits.entries()) {
    for (const other of commits.slice(n + 1, n + 1 + NEAR)) countMeetings(one, other, { pairs, common });
  }
  const usual = (sum(common) + ELSEWHERE.common) / (sum(pairs) + ELSEWHERE.pairs);
  return pairs.map((all, group) => ((common[group] ?? 0) + PRIOR * usual) / (all + PRIOR));
}

type FilesByGroup = ReadonlyMap<number, ReadonlySet<number>>;

function countMeetings(one: FilesByGroup, other: FilesByGroup, counted: { pairs: Float64Array; common: Float64Array }): void {
  for (const [group, files] of one) {
    const others = other.get(group);
    if (others === undefined) continue;
    add(counted.pairs, group, 1);
    if (meet(files, others)) add(counted.common, group, 1);
  }
}

function byGroup(files: readonly number[], { of }: Groups): FilesByGroup {
  const found = new Map<number, Set<number>>();
  for (const file of files) {
    const group = of[file] ?? 0;
    const known = found.get(group);
    if (known === undefined) found.set(group, new Set([file]));
    else known.add(file);
  }
  return found;
}

function sum(numbers: Float64Array): number {
  return numbers.reduce((all, one) => all + one, 0);
}
