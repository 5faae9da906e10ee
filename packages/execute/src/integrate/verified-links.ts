import type { CommitId, RunState, TaskId } from '@breakwater/model';
import { taskRun } from '../progress.js';
import type { Link } from './link.js';

/** Tasks whose merges were verified together and are not known to be in the chain yet; undefined when there are none. */
export function verifiedLinks(
  ids: readonly TaskId[],
  state: RunState,
): { readonly links: readonly Link[]; readonly from: CommitId } | undefined {
  const verified = ids.flatMap((task) => {
    const found = taskRun(state, task).state;
    return found.state === 'verified' ? [{ task, ...found }] : [];
  });
  const [first] = verified;
  if (first === undefined) return undefined;
  const together = verified.filter((one) => (one.through ?? one.candidate) === (first.through ?? first.candidate));
  // Onto is not needed again: they only move, or are merged anew.
  return { links: together.map(({ task, old, candidate }) => ({ task, onto: old, commit: candidate })), from: first.old };
}
