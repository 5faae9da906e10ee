import type { CommitId, TaskFailure, TaskId } from '@breakwater/model';
import { taskRun } from '../progress.js';
import type { RunWorld } from '../run-world.js';
import { hold } from './hold.js';
import type { Link, Merge } from './link.js';
import { mergeOnto } from './merge-onto.js';

export type Chain =
  | { readonly chain: 'merged'; readonly links: readonly Link[] }
  /** The first of them has files that could not be made anew. */
  | { readonly chain: 'failed'; readonly link: Link; readonly failure: TaskFailure }
  | { readonly chain: 'stopped' };

/**
 * Merges tasks, each onto the one before, on no branch. One that conflicts with the tip itself is held, and one whose files cannot be made
 * anew there has failed. One that does so only with an unverified link before it is left out this time: that link may yet be given back.
 * On a red tip one task goes at a time, for there the question is who mends it.
 */
export async function mergeChain(ids: readonly TaskId[], tip: CommitId, world: RunWorld): Promise<Chain> {
  const links: Link[] = [];
  const most = world.recorder.state().red?.commit === tip ? 1 : ids.length;
  for (const task of ids) {
    if (links.length === most) break;
    const made = await mergeOnto(task, links.at(-1)?.commit ?? tip, world);
    if (made.merge === 'made') {
      links.push(made.link);
      continue;
    }
    const end = await without(task, made, { links, world });
    if (end !== undefined) return end;
  }
  return { chain: 'merged', links };
}

/** How the chain ends with a task that does not fit; undefined: others may go in after it. */
async function without(
  task: TaskId,
  made: Exclude<Merge, { merge: 'made' }>,
  { links, world }: { readonly links: readonly Link[]; readonly world: RunWorld },
): Promise<Chain | undefined> {
  if (made.merge === 'stopped') return { chain: 'stopped' };
  const isFirst = links.length === 0;
  if (isFirst && made.merge === 'failed') return { chain: 'failed', link: made.link, failure: made.failure };
  if (isFirst && made.merge === 'conflict') await hold(task, { paths: made.paths }, world);
  return blocksOthers(task, world) ? { chain: 'merged', links } : undefined;
}

/** In a wave nobody overtakes a task that is, or may yet be, reworked: so the chain does not depend on who is quick. */
function blocksOthers(id: TaskId, { recorder }: RunWorld): boolean {
  const state = recorder.state();
  return state.schedule === 'waves' && taskRun(state, id).reworksLeft > 0;
}
