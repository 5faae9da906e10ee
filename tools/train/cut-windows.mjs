/** Further windows to learn from, cut from a fetched history as the backtest cuts it: most of one author, some of everybody. */
import { briefOnly, taskId } from '@breakwater/model';
import { pastBrief, pastOutcome, pastPlans } from '@breakwater/predict';
import { readHistory } from '@breakwater/repo';
import { readInput } from './read-input.mjs';

const COMMITS = 2_500;
const SIZE = 12;
const MOST = { oneAuthor: 24, anybody: 8 };

/** `seen`: what was read of blobs before. Windows spread evenly over the history; `set` is `solo-cut` for one author, `cut` for all. */
export async function cutWindows(repository, seen) {
  const head = await repository.resolveCommit('HEAD');
  if (!head.ok) throw new Error(JSON.stringify(head.error));
  const plans = pastPlans(await readHistory(repository.history(head.value)), { size: SIZE, commits: COMMITS });
  const solo = plans.filter(({ oneAuthor }) => oneAuthor);
  const mixed = plans.filter(({ oneAuthor }) => !oneAuthor);
  const windows = [];
  for (const plan of [...spread(solo, MOST.oneAuthor), ...spread(mixed, MOST.anybody)]) {
    const base = await repository.resolveCommit(`${plan.commits[0].commit}^`);
    if (base.ok) windows.push(await windowOf(plan, base.value, { repository, seen }));
  }
  return windows;
}

async function windowOf({ oneAuthor, commits }, base, { repository, seen }) {
  const tasks = commits.map(({ subject, body }, n) => briefOnly(taskId(`t${n + 1}`), pastBrief(subject, body)));
  const input = await readInput(tasks, base, { repository, seen });
  const truths = commits.map(({ paths }) => [...pastOutcome(undefined, paths, input.index).changed]);
  return { set: oneAuthor ? 'solo-cut' : 'cut', base, truths, input };
}

function spread(list, most) {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, n) => list[Math.floor((n * list.length) / most)]);
}
