import type { RunEvent, RunState } from '@breakwater/model';

type Moved = Extract<RunEvent, { ev: 'base-moved' }>;

/** The run went on from the commit it was planned on all the same. */
export function baseMovedText({ branch, is }: Moved, { base }: Pick<RunState, 'base'>): string {
  const now = is === undefined ? 'is gone' : `is at ${is.slice(0, 7)} now`;
  return `${branch}, from which it started, ${now}; the run is built on ${base.slice(0, 7)}, so it has to be merged, not only moved to`;
}
