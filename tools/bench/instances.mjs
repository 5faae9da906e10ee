/** Scheduling instances as files hold them, told to the planner. Three formats, known by their fields. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemOf, sharedPaths } from '@breakwater/plan';

/** Every `*.json` of a folder with what it holds, by name; files without instances are named and left out. */
export function readInstances(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => {
    const document = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const instances = Array.isArray(document) ? document : (document.instances ?? []);
    return { file: name.replace(/\.json$/, ''), format: formatOf(instances[0]), instances };
  });
}

function formatOf(instance) {
  if (instance?.req !== undefined) return 'project';
  if (instance?.conflicts !== undefined) return 'waves';
  return instance?.files === undefined ? 'unknown' : 'commits';
}

/** Resource-constrained project scheduling: nobody counts heads. */
export function projectProblem({ cap, dur, req, succ }) {
  return problemOf({
    size: dur.length,
    concurrency: dur.length,
    minutes: dur,
    precedences: succ.flatMap((later, task) => later.map((one) => [task, one])),
    needs: req.flatMap((amounts, task) => amounts.map((amount, pool) => ({ task, pool, amount }))),
    capacities: cap,
  });
}

/** Generated: conflicts told with the later task of each pair. */
export function wavesProblem({ n, cap, preds, conflicts, pools = [], est }) {
  return problemOf({
    size: n,
    concurrency: cap || n,
    minutes: est,
    precedences: edges(preds),
    conflicts: edges(conflicts),
    needs: pools.flatMap(({ d }, pool) => d.map((amount, task) => ({ task, pool, amount }))),
    capacities: pools.map((pool) => pool.cap),
  });
}

/** Commits: those with a file in common conflict. */
export function commitsProblem({ n, files, preds, dur }, concurrency) {
  const { apart, groups } = sharedPaths(
    numbered(files),
    1 + files.reduce((most, list) => list.reduce((a, b) => Math.max(a, b), most), -1),
  );
  const sets = Array.from(groups.start.slice(1), (end, group) => groups.items.subarray(groups.start[group], end));
  return problemOf({ size: n, concurrency: concurrency || n, minutes: dur, precedences: edges(preds), apart, groups: sets });
}

/** Each file of a task once. */
function numbered(files) {
  const lists = files.map((list) => [...new Set(list)]);
  const start = new Int32Array(lists.length + 1);
  for (const [task, list] of lists.entries()) start[task + 1] = start[task] + list.length;
  const items = new Int32Array(start[lists.length]);
  for (const [task, list] of lists.entries()) items.set(list, start[task]);
  return { start, items };
}

function edges(lists) {
  return lists.flatMap((others, task) => others.map((one) => [one, task]));
}
