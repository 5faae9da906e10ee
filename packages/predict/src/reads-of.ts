import type { Task, Touch } from '@breakwater/model';
import { combineFindings } from './combine-findings.js';
import type { Ground } from './ground/ground.js';
import { givenBy, matchedBy } from './ground/match-globs.js';
import { WEIGHTS } from './weights.js';

/** The files a task declares to read, at most 60. What it reads besides is not predicted: reading collides with nothing. */
export function readsOf({ reads }: Task, { paths }: Ground): readonly Touch[] {
  const files = givenBy(reads).flatMap((given) => matchedBy(given, paths));
  const evidence = { source: 'declared', detail: 'declared' } as const;
  return combineFindings([...new Set(files)].map((path) => ({ path, p: WEIGHTS.read, evidence }))).slice(0, WEIGHTS.files);
}
