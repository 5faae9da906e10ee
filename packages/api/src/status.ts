import { type Failure, ok, type Result, type RunState } from '@breakwater/model';
import { findRun } from './find-run.js';
import { livingOwner } from './hold-lock.js';
import { openRepo } from './open-repo.js';
import type { RunChoice } from './run-choice.js';
import type { World } from './world.js';

export interface Status {
  readonly state: RunState;
  /** An orchestrator works on this run now. */
  readonly alive: boolean;
}

/** Where a run stands. Reads only, and may be asked while the run goes on. */
export async function status(choice: RunChoice, world: World): Promise<Result<Status, Failure>> {
  const repository = await openRepo(choice.repo, world);
  if (!repository.ok) return repository;
  const found = await findRun(repository.value, choice.run);
  if (!found.ok) return found;
  const owner = await livingOwner(repository.value);
  return ok({ state: found.value.state, alive: owner?.run === found.value.run });
}
