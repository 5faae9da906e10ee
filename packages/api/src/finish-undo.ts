import type { Lock, Repository } from '@breakwater/git';
import type { RunId, RunState } from '@breakwater/model';
import { branchRef } from './repository-port.js';

export interface UndoQuestion {
  readonly repository: Repository;
  readonly run: RunId;
  readonly state: RunState;
  readonly lock: Lock;
}

/** A step back that was recorded, and that a kill kept from happening, happens now. Answers where the integration branch is. */
export async function finishUndo({ repository, run, state, lock }: UndoQuestion): Promise<string | undefined> {
  const ref = branchRef(run);
  const { undone, tip } = state;
  const is = await repository.readRef(ref);
  if (undone === undefined || is !== undone.from || tip !== undone.to) return is;
  const moved = await repository.moveRef({ ref, from: undone.from, to: undone.to, fence: lock.fence });
  return moved.moved ? undone.to : is;
}
