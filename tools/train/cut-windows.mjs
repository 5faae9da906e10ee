/**
 * Further windows to learn from, cut from a fetched history as the backtest cuts it: most of one author, some of everybody.
 *
 * Files are learned from many windows of a long time. Pairs learned from as many are told worse: with each repository left out, 26.8
 * instead of 22.8 of a hundred pairs of one author that do not meet were put before the likeliest four fifths of those that do. So
 * they have fewer windows, of later commits.
 */
import { briefOnly, taskId } from '@breakwater/model';
import { pastBrief, pastOutcome, pastPlans } from '@breakwater/predict';
import { readHistory } from '@breakwater/repo';
import { readInput } from './read-input.mjs';

const SIZE = 12;
const CUTS = [
  { set: 'cut-for-pairs', commits: 2_500, most: { oneAuthor: 24, anybody: 8 } },
  { set: 'cut-for-files', commits: 4_000, most: { oneAuthor: 60, anybody: 24 } },
];

/** `seen`: what was read of blobs before. The windows of either set are spread evenly over its commits, the newest of the history. */
export async function cutWindows(repository, seen) {
  const head = await repository.resolveCommit('HEAD');
  if (!head.ok) throw new Error(JSON.stringify(head.error));
  const history = await readHistory(repository.history(head.value));
  const windows = [];
  for (const { set, commits, most } of CUTS) {
    for (const plan of chosen(pastPlans(history, { size: SIZE, commits }), most)) {
      const base = await repository.resolveCommit(`${plan.commits[0].commit}^`);
      if (base.ok) windows.push({ set, ...(await windowOf(plan, base.value, { repository, seen })) });
    }
  }
  return windows;
}

function chosen(plans, most) {
  const solo = plans.filter(({ oneAuthor }) => oneAuthor);
  const mixed = plans.filter(({ oneAuthor }) => !oneAuthor);
  return [...spread(solo, most.oneAuthor), ...spread(mixed, most.anybody)];
}

async function windowOf({ commits }, base, { repository, seen }) {
  const tasks = commits.map(({ subject, body }, n) => briefOnly(taskId(`t${n + 1}`), pastBrief(subject, body)));
  const input = await readInput(tasks, base, { repository, seen });
  const truths = commits.map(({ paths }) => [...pastOutcome(undefined, paths, input.index).changed]);
  return { base, truths, input };
}

function spread(list, most) {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, n) => list[Math.floor((n * list.length) / most)]);
}
