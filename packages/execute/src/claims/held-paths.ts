import { foldCase } from '@breakwater/glob';
import { isReworkDue, type RunState, type TaskId, type TaskRun } from '@breakwater/model';

/** Who holds which file: by spelling as on a disk that ignores case, for there two spellings are one file. */
export type ClaimBook = ReadonlyMap<string, TaskId>;

/**
 * Everything that is held now, except by one task. A running task holds what it was given; one whose session ended holds what it
 * changed until that is in the chain or the task failed. Whoever came first keeps a file that two hold.
 */
export function claimBook(state: RunState, except?: TaskId): ClaimBook {
  const book = new Map<string, TaskId>();
  for (const task of state.tasks) {
    if (task.id === except) continue;
    for (const path of heldPaths(task, state.lastEventAt)) if (!book.has(foldCase(path))) book.set(foldCase(path), task.id);
  }
  return book;
}

/** `now`: ISO 8601. A lost session may still be at work until its place is known to be empty, so until then its files are held. */
export function heldPaths(task: TaskRun, now: string): readonly string[] {
  const { state, claims } = task;
  switch (state.state) {
    case 'held':
      return isReworkDue(task) ? state.work.changes.map(({ path }) => path) : [];
    case 'running':
      return claims;
    case 'committed':
    case 'verified':
      return state.work.changes.map(({ path }) => path);
    case 'failed':
      return state.safeAt !== undefined && Date.parse(now) < Date.parse(state.safeAt) ? claims : [];
    default:
      return [];
  }
}
