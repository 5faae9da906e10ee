import type { CommitId, TaskId, TaskRun } from '@breakwater/model';
import { taskRun } from '../progress.js';
import type { RunWorld } from '../run-world.js';
import { hubRuleOf } from './hub-policies.js';
import type { Merge } from './link.js';
import { regenerate, rulesToRun } from './regenerate.js';

/** The work of a task merged onto a commit, in memory, with its hubs put together as their rules say. */
export async function mergeOnto(task: TaskId, onto: CommitId, world: RunWorld): Promise<Merge> {
  const { input, ports, recorder } = world;
  const { attempt, work } = committed(taskRun(recorder.state(), task));
  const title = input.tasks.find((one) => one.id === task)?.title ?? task;
  const hubs = input.hubs === undefined ? {} : { hubs: input.hubs };
  const order = { run: input.run, task, attempt, title, tip: onto, commit: work.commit, ...hubs };
  const merged = await ports.repository.candidate(order);
  if (!merged.merged) return { merge: 'conflict', paths: merged.paths };
  const link = { task, onto, commit: merged.commit, notes: ignored([...(merged.settled ?? []), ...(work.settled ?? [])], world) };
  const rules = await rulesToRun(work, onto, world);
  return rules.length === 0 ? { merge: 'made', link } : regenerate(link, rules, world);
}

function committed({ id, state }: TaskRun) {
  if (state.state === 'committed' || state.state === 'verified') return state;
  throw new Error(`Internal error: task ${id} has nothing to integrate in state ${state.state}`);
}

function ignored(settled: readonly string[], { input }: RunWorld): readonly string[] {
  const ruleOf = hubRuleOf(input.hubs ?? []);
  const paths = [...new Set(settled)].filter((path) => ruleOf(path)?.policy === 'ignore');
  return paths.map((path) => `${path} stays as it was integrated before: the policy of that hub is to ignore what conflicts`);
}
