import type { CommitId, TaskFailure } from '@breakwater/model';
import type { RunWorld } from '../run-world.js';
import { type Link, lastOf } from './link.js';
import type { Proofs } from './proofs.js';
import { commandsThrough, isTreeFailure, type TreeFailure } from './tree-failure.js';
import { commandsOf, verifyTree } from './verify-links.js';

/**
 * Whether the tip fails the same way without these tasks, so that none of them is to blame; then the failure that says so. Asked once
 * per tip and command, and recorded. A commit with the tip's tree on top of the merge is verified instead of the tip itself: to
 * commands that look only at what changed, it shows the same files and projects.
 */
export async function isRed(
  links: readonly Link[],
  { tip, failure }: { readonly tip: CommitId; readonly failure: TreeFailure },
  { world, proofs }: { readonly world: RunWorld; readonly proofs: Proofs },
): Promise<TaskFailure | 'stopped' | undefined> {
  const known = world.recorder.state().red;
  if (known?.commit === tip && known.command === failure.command) return redFailure(tip, failure);
  const tasks = links.map(({ task }) => task);
  const commands = commandsThrough(commandsOf(tasks, world), failure);
  if (commands.length > 0 && proofs.has(tip, commands)) return undefined;
  const { task, commit } = lastOf(links);
  const without = await world.ports.repository.without({ run: world.input.run, tip, candidate: commit });
  const end = await verifyTree({ task, base: commit, head: without, commands }, world);
  if (end.end === 'stopped') return 'stopped';
  if (end.end === 'passed') {
    proofs.note(tip, commands);
    return undefined;
  }
  if (!isTreeFailure(end.failure)) return end.failure;
  const { command, exitCode, tail } = end.failure;
  await world.recorder.note({ ev: 'base-red', commit: tip, command, exitCode, tail });
  return redFailure(tip, end.failure);
}

function redFailure(commit: CommitId, { command, exitCode }: TreeFailure): TaskFailure {
  return { reason: 'base-red', commit, command, exitCode };
}
