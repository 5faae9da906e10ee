import type { CommitId, TaskId, VerifyEnd } from '@breakwater/model';
import { warningsTo } from '../lane-news.js';
import type { RunWorld } from '../run-world.js';
import { haltedBy } from './halted-by.js';
import { firstOf, type Link, lastOf } from './link.js';
import type { Proofs } from './proofs.js';

/** Verifies the tree of the last link with what proves every task in the chain. Nothing to run passes. */
export async function verifyLinks(
  links: readonly Link[],
  { world, proofs }: { readonly world: RunWorld; readonly proofs: Proofs },
): Promise<VerifyEnd> {
  const commands = commandsOf(
    links.map(({ task }) => task),
    world,
  );
  if (commands.length === 0) return { end: 'passed', seconds: 0 };
  const { task, commit } = lastOf(links);
  const end = await verifyTree({ task, base: firstOf(links).onto, head: commit, commands }, world);
  if (end.end === 'passed') proofs.note(commit, commands);
  return end;
}

/** What proves these tasks, in their order, each command once. */
export function commandsOf(tasks: readonly TaskId[], { input }: RunWorld): readonly string[] {
  return [...new Set(tasks.flatMap((id) => input.tasks.find((task) => task.id === id)?.verify ?? []))];
}

export interface TreeToVerify {
  /** Under whose name it is logged. */
  readonly task: TaskId;
  readonly base: CommitId;
  readonly head: CommitId;
  readonly commands: readonly string[];
}

/** Whether a tree is prepared and its commands pass. */
export async function verifyTree(tree: TreeToVerify, { input, ports, recorder, halt }: RunWorld): Promise<VerifyEnd> {
  if (ports.stop.aborted) return { end: 'stopped' };
  const prepare = input.prepare === undefined ? {} : { prepare: input.prepare };
  const end = await ports.lanes.verify(
    { version: 1, run: input.run, ...tree, ...prepare },
    { ask: async () => ({ answer: 'refused', why: 'verification writes nothing' }), news: warningsTo(ports, recorder) },
  );
  return haltedBy(end, halt) ?? end;
}
