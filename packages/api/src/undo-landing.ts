import { type CommitId, err, type Failure, ok, type Result, type RunId } from '@breakwater/model';
import { changeRun, type OpenRun } from './change-run.js';
import { checkoutOf } from './checkout-of.js';
import type { RunChoice } from './run-choice.js';
import type { World } from './world.js';

export interface LandingUndone {
  readonly run: RunId;
  readonly branch: string;
  readonly from: CommitId;
  readonly to: CommitId;
}

/** Takes back what `land` did, as long as the branch is where it left it and checked out nowhere. The integration branch stays. */
export function undoLanding(choice: RunChoice, world: World): Promise<Result<LandingUndone, Failure>> {
  return changeRun(choice, undoOpen, world);
}

async function undoOpen({ repository, run, state, lock, note }: OpenRun): Promise<Result<LandingUndone, Failure>> {
  const { landing } = state;
  if (landing === undefined) return err(refused(`Breakwater did not land run ${run}.`, `Look at it: breakwater status ${run}`));
  const { branch, from, to } = landing;
  const ref = `refs/heads/${branch}`;
  if ((await repository.readRef(ref)) !== to) {
    const revert = `Take back single tasks on top: git revert -m 1 <commit>, see git log --first-parent ${from.slice(0, 10)}..${to.slice(0, 10)}`;
    return err(refused(`${branch} is no longer where the landing left it.`, revert));
  }
  const place = await checkoutOf(repository, branch);
  if (place !== undefined) {
    const message = `${branch} is checked out at ${place}, and Breakwater changes no checkout.`;
    return err(refused(message, `Type it there: git reset --keep ${from.slice(0, 10)}`));
  }
  await note({ ev: 'landing-undone' });
  const moved = await repository.moveRef({ ref, from: to, to: from, fence: lock.fence });
  if (!moved.moved) return err(refused(`${branch} could not be moved: ${moved.message}`, 'Look at the branch and try again.'));
  return ok({ run, branch, from: to, to: from });
}

function refused(message: string, hint: string): Failure {
  return { reason: 'repository-refused', code: 'E_UNDO', message, hint };
}
