import type { Evidence, RepoPath } from '@breakwater/model';

/** One source's reason to expect one file. */
export interface Finding {
  readonly path: RepoPath;
  /** Probability that the file is written, from this reason alone. */
  readonly p: number;
  readonly evidence: Evidence;
}
