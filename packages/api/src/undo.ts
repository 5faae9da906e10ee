import { nextNumbered } from '@breakwater/git';
import { type CommitId, err, type Failure, ok, type Recorded, type Result, type RunId, type TaskId } from '@breakwater/model';
import { changeRun, type OpenRun, settledTip } from './change-run.js';
import { runRefs } from './places.js';
import { branchRef } from './repository-port.js';
import type { RunChoice } from './run-choice.js';
import type { World } from './world.js';

export interface Undone {
  readonly run: RunId;
  readonly task: TaskId;
  readonly branch: string;
  readonly from: CommitId;
  readonly to: CommitId;
  /** A tree by itself; else it was verified only with what is now taken back. */
  readonly verified: boolean;
}

/**
 * Steps the integration branch back by the task that came in last, by one compare-and-swap. What is taken back stays under a ref of
 * ours, the task's work on its branch. Refused when somebody committed on top, or when the branch the run started from holds it.
 */
export function undo(choice: RunChoice, world: World): Promise<Result<Undone, Failure>> {
  return changeRun(choice, undoOpen, world);
}

async function undoOpen(open: OpenRun): Promise<Result<Undone, Failure>> {
  const { repository, run, state, lock, note, records } = open;
  const last = state.chain.at(-1);
  if (last === undefined) return err(refused('Nothing of this run is integrated.', `Look at it: breakwater status ${run}`));
  const byHand = `Take it back on top: git revert -m 1 ${last.commit.slice(0, 10)}`;
  const tip = await settledTip(open, (message) => refused(message, byHand));
  if (!tip.ok) return tip;
  const holder = await landedOn(open, last.commit);
  if (holder !== undefined)
    return err(refused(`${holder} holds ${last.task} already.`, `${byHand}, or the whole: breakwater undo --landing`));
  const [facts] = await repository.commitFacts([last.commit]);
  const to = facts?.parents[0];
  if (to === undefined) throw new Error(`Internal error: the merge of ${last.task} has no parent`);
  await keep(open, tip.value);
  await note({ ev: 'task-undone', task: last.task, from: tip.value, to });
  const moved = await repository.moveRef({ ref: branchRef(run), from: tip.value, to, fence: lock.fence });
  if (!moved.moved) return err(refused(`${state.integration} could not be moved: ${moved.message}`, byHand));
  const verified = to === state.base || wasVerified(records, to);
  return ok({ run, task: last.task, branch: state.integration, from: tip.value, to, verified });
}

/** The branch the run started from, when it holds the commit. */
async function landedOn({ repository, state }: OpenRun, commit: CommitId): Promise<string | undefined> {
  const { baseBranch } = state;
  const at = baseBranch === null ? undefined : await repository.readRef(`refs/heads/${baseBranch}`);
  if (baseBranch === null || at === undefined) return undefined;
  return (await repository.isAncestor(commit, at as CommitId)) ? baseBranch : undefined;
}

async function keep({ repository, run }: OpenRun, tip: CommitId): Promise<void> {
  const prefix = `${runRefs(run).prefix}undone/`;
  const kept = await repository.listRefs(prefix);
  if (!kept.some(({ id }) => id === tip)) await repository.mustMoveRef({ ref: nextNumbered(prefix, kept), from: null, to: tip });
}

/** In a batch only the last tree was. */
function wasVerified(records: readonly Recorded[], commit: CommitId): boolean {
  return records.some(({ event }) => {
    if (event.ev === 'task-verified') return event.candidate === commit;
    return event.ev === 'batch-verified' && event.members.at(-1)?.commit === commit;
  });
}

function refused(message: string, hint: string): Failure {
  return { reason: 'repository-refused', code: 'E_UNDO', message, hint };
}
