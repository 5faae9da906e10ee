import { type CommitId, commitId, err, type Failure, ok, type Result, type RunId } from '@breakwater/model';
import { changeRun, type OpenRun, settledTip } from './change-run.js';
import { checkoutOf } from './checkout-of.js';
import type { RunChoice } from './run-choice.js';
import type { World } from './world.js';

export interface Landed {
  readonly run: RunId;
  readonly branch: string;
  readonly from: CommitId;
  readonly to: CommitId;
  /** Tasks that came in. */
  readonly tasks: number;
  /** It was there before. */
  readonly already: boolean;
}

/**
 * Moves the branch the run started from forward to what is integrated, by one compare-and-swap. Refused when the branch has moved on
 * another way, and when it is checked out anywhere: files, index and HEAD of a checkout are the user's alone, and a branch that moves
 * under them would have their next commit take the work back. Then the failure says what to type.
 */
export function land(choice: RunChoice, world: World): Promise<Result<Landed, Failure>> {
  return changeRun(choice, landOpen, world);
}

async function landOpen(open: OpenRun): Promise<Result<Landed, Failure>> {
  const { repository, run, state, lock, note } = open;
  if (state.chain.length === 0) return err(refused('Nothing of this run is integrated.', `Look at it: breakwater status ${run}`));
  const tip = await settledTip(open, (message) => refused(message, byHand(state.integration)));
  if (!tip.ok) return tip;
  const branch = await branchToMove(open, tip.value);
  if (!branch.ok) return branch;
  const { name, at } = branch.value;
  const landed = { run, branch: name, from: at, to: tip.value, tasks: state.chain.length };
  if (await repository.isAncestor(tip.value, at)) return ok({ ...landed, already: true });
  await note({ ev: 'run-landing', branch: name, from: at, to: tip.value });
  const moved = await repository.moveRef({ ref: `refs/heads/${name}`, from: at, to: tip.value, fence: lock.fence });
  if (!moved.moved) return err(refused(`${name} could not be moved: ${moved.message}`, byHand(state.integration)));
  await note({ ev: 'run-landed' });
  return ok({ ...landed, already: false });
}

/** The branch the run started from, when nothing stands in the way. */
async function branchToMove(
  { repository, state }: OpenRun,
  tip: CommitId,
): Promise<Result<{ readonly name: string; readonly at: CommitId }, Failure>> {
  const { baseBranch: name, integration } = state;
  if (name === null) return err(refused('The run started from a commit and not from a branch.', byHand(integration)));
  const ref = await repository.readRef(`refs/heads/${name}`);
  if (ref === undefined) return err(refused(`The branch ${name}, from which the run started, is gone.`, byHand(integration)));
  const at = commitId(ref);
  if (await repository.isAncestor(tip, at)) return ok({ name, at });
  if (!(await repository.isAncestor(at, tip))) {
    const message = `${name} has moved on since the run began, so it cannot simply be moved to ${integration}.`;
    return err(refused(message, `Merge it yourself, on ${name}: git merge ${integration}`));
  }
  const place = await checkoutOf(repository, name);
  if (place === undefined) return ok({ name, at });
  const message = `${name} is checked out at ${place}, and Breakwater changes no checkout.`;
  return err(refused(message, `Type it there: git merge --ff-only ${integration}`));
}

function byHand(integration: string): string {
  return `Take it over where you want it: git merge ${integration}`;
}

function refused(message: string, hint: string): Failure {
  return { reason: 'repository-refused', code: 'E_LAND', message, hint };
}
