import type { CommitId, TaskId, VerifyEnd } from '@breakwater/model';
import { taskRun } from '../progress.js';
import type { RunWorld } from '../run-world.js';
import { mergeOnto } from './merge-onto.js';
import { commandsThrough, type TreeFailure } from './tree-failure.js';
import { commandsOf, verifyTree } from './verify-links.js';

/** A task in the chain, and the tip it made. */
interface Landed {
  readonly task: TaskId;
  readonly commit: CommitId;
}

/**
 * The tasks without which a failing one would pass; none when it fails on its own base already. Found by verifying its own commit,
 * and then, by halves, its merge onto what landed since. A failing command that is not its own is the check of those who brought it.
 */
export async function companionsOf(task: TaskId, failure: TreeFailure, world: RunWorld): Promise<readonly TaskId[] | 'stopped'> {
  const { work } = workOf(task, world);
  const landed = await landedSince(work.base, world);
  const own = commandsOf([task], world);
  if (landed.length === 0) return [];
  if (!own.includes(failure.command)) {
    const owners = landed.filter((one) => commandsOf([one.task], world).includes(failure.command));
    return owners.map((one) => one.task);
  }
  const commands = commandsThrough(own, failure);
  const alone = await verifyTree({ task, base: work.base, head: work.commit, commands }, world);
  if (alone.end !== 'passed') return alone.end === 'stopped' ? 'stopped' : [];
  return narrow(task, landed, { commands, world });
}

function workOf(task: TaskId, { recorder }: RunWorld) {
  const { state } = taskRun(recorder.state(), task);
  if (state.state === 'committed' || state.state === 'verified') return state;
  throw new Error(`Internal error: task ${task} has nothing to verify in state ${state.state}`);
}

/** In the order of the chain. */
async function landedSince(base: CommitId, { recorder, ports }: RunWorld): Promise<readonly Landed[]> {
  const { chain } = recorder.state();
  for (let at = chain.length; at > 0; at -= 1) {
    const before = chain[at - 1];
    if (before !== undefined && (await ports.repository.descends(base, before.commit))) return chain.slice(at);
  }
  return chain;
}

/** The first of the landed with which it fails. When a merge in between conflicts, all that are still possible. */
async function narrow(
  task: TaskId,
  landed: readonly Landed[],
  { commands, world }: { readonly commands: readonly string[]; readonly world: RunWorld },
): Promise<readonly TaskId[] | 'stopped'> {
  let [passes, fails] = [0, landed.length];
  while (fails - passes > 1) {
    const middle = Math.floor((passes + fails) / 2);
    const tip = landed[middle - 1]?.commit;
    const end = tip === undefined ? 'unknown' : await endOnto(task, tip, { commands, world });
    if (end === 'stopped') return 'stopped';
    if (end === 'unknown') break;
    if (end === 'passed') passes = middle;
    else fails = middle;
  }
  return landed.slice(passes, fails).map((one) => one.task);
}

/** How the merge onto a tip is verified; unknown when there is none. */
async function endOnto(
  task: TaskId,
  tip: CommitId,
  { commands, world }: { readonly commands: readonly string[]; readonly world: RunWorld },
): Promise<VerifyEnd['end'] | 'unknown'> {
  const merge = await mergeOnto(task, tip, world);
  if (merge.merge === 'stopped') return 'stopped';
  if (merge.merge !== 'made') return 'unknown';
  return (await verifyTree({ task, base: tip, head: merge.link.commit, commands }, world)).end;
}
