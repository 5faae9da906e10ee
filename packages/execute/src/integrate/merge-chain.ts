import type { CommitId, TaskId, TaskRun } from '@breakwater/model';
import { taskRun } from '../progress.js';
import type { RunWorld } from '../run-world.js';
import { hold } from './hold.js';
import type { Link } from './link.js';

/**
 * Merges tasks in memory, each onto the one before. One that conflicts with the tip itself is held. One that conflicts only with an
 * unverified link before it is left out this time: that link may yet be given back. On a red tip one task goes at a time, for there
 * the question is who mends it.
 */
export async function mergeChain(ids: readonly TaskId[], tip: CommitId, world: RunWorld): Promise<readonly Link[]> {
  const links: Link[] = [];
  const most = world.recorder.state().red?.commit === tip ? 1 : ids.length;
  for (const task of ids) {
    if (links.length === most) break;
    const onto = links.at(-1)?.commit ?? tip;
    const merge = await candidate(task, onto, world);
    if (merge.merged) links.push({ task, onto, commit: merge.commit });
    else if (links.length === 0) await hold(task, { paths: merge.paths }, world);
    if (!merge.merged && blocksOthers(task, world)) break;
  }
  return links;
}

/** The work of a task merged onto a commit. */
export function candidate(
  task: TaskId,
  tip: CommitId,
  world: RunWorld,
): ReturnType<RunWorld['ports']['repository']['candidate']> {
  const { input, ports, recorder } = world;
  const { attempt, commit } = committedWork(taskRun(recorder.state(), task));
  const title = input.tasks.find((one) => one.id === task)?.title ?? task;
  return ports.repository.candidate({ run: input.run, task, attempt, title, tip, commit });
}

function committedWork(task: TaskRun): { readonly attempt: number; readonly commit: CommitId } {
  if (task.state.state === 'committed' || task.state.state === 'verified')
    return { attempt: task.state.attempt, commit: task.state.work.commit };
  throw new Error(`Internal error: task ${task.id} has nothing to integrate in state ${task.state.state}`);
}

/** In a wave nobody overtakes a task that is, or may yet be, reworked: so the chain does not depend on who is quick. */
function blocksOthers(id: TaskId, { recorder }: RunWorld): boolean {
  const state = recorder.state();
  return state.schedule === 'waves' && taskRun(state, id).reworksLeft > 0;
}
