import type { BroughtHome, Repository } from '@breakwater/git';
import { asideRefs, attemptName, type LaneId } from '@breakwater/model';
import { refusal } from './refusal.js';

export interface Home extends BroughtHome {
  /** Why it could not be brought; then all of it is still in the place. */
  readonly unread?: string;
}

/**
 * What was committed in a place's own clone comes into the repository, before anything else is done about the place. Where there is no
 * clone there is nothing to do.
 */
export async function bringHome(repository: Repository, place: string, { run, task, attempt }: LaneId): Promise<Home> {
  try {
    return await repository.bringHome(place, { aside: asideRefs(run, attemptName(task, attempt)) });
  } catch (error) {
    return { headless: false, aside: [], unread: refusal(error) };
  }
}
