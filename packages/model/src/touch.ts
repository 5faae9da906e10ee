import type { RepoPath } from './repo-path.js';
import type { TaskId } from './task.js';

/** How sure: certain p >= 0.9, likely p >= 0.4, possible below. */
export type Confidence = 'certain' | 'likely' | 'possible';

export const CERTAIN = 0.9;
export const LIKELY = 0.4;

export function confidenceOf(p: number): Confidence {
  if (p >= CERTAIN) return 'certain';
  return p >= LIKELY ? 'likely' : 'possible';
}

/** Where a prediction comes from. Adding a source adds a literal here and a file in `predict/src/sources`. */
export type EvidenceSource =
  | 'declared'
  | 'scout'
  | 'scope'
  | 'path'
  | 'symbol'
  | 'reference'
  | 'hub'
  | 'text'
  | 'history'
  | 'heat';

/** One reason to expect that a task writes a file. */
export interface Evidence {
  readonly source: EvidenceSource;
  /** In words, at most 18 columns when short: `declared`, `brief: LoginGuard`. */
  readonly detail: string;
}

/** One file a task is expected to write or read. */
export interface Touch {
  readonly path: RepoPath;
  /** Probability that the task writes (or reads) it. */
  readonly p: number;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
}

/** What a task is expected to touch. Lists are sorted by falling p, then path. */
export interface TouchSet {
  readonly task: TaskId;
  readonly writes: readonly Touch[];
  readonly reads: readonly Touch[];
  /** Paths in `writes` that do not exist in the base commit. */
  readonly creates: readonly RepoPath[];
  /** Names of projects the task is about, declared or found. */
  readonly scope: readonly string[];
  /** Set when nothing in the task says which files: the question whose answer would help. */
  readonly question?: VagueQuestion;
  /** Words of the brief that say it goes wherever something is, so that its files are hard to tell. */
  readonly sweep?: string;
}

/** A task that names no project, file or symbol is asked about, not turned into "blocks everything". */
export interface VagueQuestion {
  /** How many files would fit. */
  readonly candidates: number;
  /** Project names, most likely first, at most three. */
  readonly projects: readonly string[];
}

/** The probability that two tasks write one file. */
export interface PairRisk {
  readonly between: readonly [TaskId, TaskId];
  readonly p: number;
  /** The file that carries most of it. */
  readonly path?: RepoPath;
}
