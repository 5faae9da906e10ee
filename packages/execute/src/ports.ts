import type {
  Change,
  CommitId,
  HubRule,
  LaneNews,
  LanePort,
  LintFault,
  Meeting,
  Recorded,
  RunEvent,
  RunId,
  Standing,
  TaskId,
  Verdict,
  WaveStanding,
} from '@breakwater/model';

/** The world as the loop needs it. Orders, answers and news are plain JSON, so a lane may live on another machine. */
export interface Ports {
  readonly lanes: LanePort;
  readonly repository: RepositoryPort;
  readonly journal: JournalPort;
  readonly planner: PlannerPort;
  /** Aborted when the user or the system asks us to stop. */
  readonly stop: AbortSignal;
  readonly clock: ClockPort;
  /** Told everything that is not worth a journal record. */
  readonly onNews: (news: LaneNews) => void;
}

export interface ClockPort {
  now(): Date;
  /** Settles at that time (milliseconds since 1970), or when the signal is aborted. */
  until(time: number, signal: AbortSignal): Promise<void>;
}

export interface RepositoryPort {
  /** Makes the commit fetchable under a ref of ours, before anything else is done with it. */
  keep(kept: { readonly run: RunId; readonly task: TaskId; readonly attempt: number; readonly commit: CommitId }): Promise<void>;
  changes(from: CommitId, to: CommitId): Promise<readonly Change[]>;
  descends(commit: CommitId, base: CommitId): Promise<boolean>;
  /** The merge of `commit` onto `tip` as a commit object on no branch. The same input gives the same id. */
  candidate(merge: CandidateOrder): Promise<Candidate>;
  /** What `to` brings in against `from` that others could not check out as it is. */
  lint(from: CommitId, to: CommitId): Promise<readonly LintFault[]>;
  /** The tree of the tip as a commit on top of a candidate: what the candidate changes, taken back. On no branch. */
  without(order: { readonly run: RunId; readonly tip: CommitId; readonly candidate: CommitId }): Promise<CommitId>;
  /** Where a branch is, by its short name; undefined: nowhere. */
  branchTip(branch: string): Promise<CommitId | undefined>;
  /** What people have said about the run's work so far. */
  verdicts(run: RunId): Promise<Verdicts>;
  /** One compare-and-swap of the integration branch, fenced by the orchestrator's lock. */
  advance(move: { readonly run: RunId; readonly from: CommitId; readonly to: CommitId }): Promise<Advanced>;
}

export interface Verdicts {
  readonly heard: readonly Verdict[];
  /** Names of what looks like a word of a person and is none. */
  readonly strange: readonly string[];
}

export interface CandidateOrder {
  readonly run: RunId;
  readonly task: TaskId;
  readonly attempt: number;
  readonly title: string;
  readonly tip: CommitId;
  readonly commit: CommitId;
  /** By which conflicts are settled; none if not given. */
  readonly hubs?: readonly HubRule[];
}
/** `settled`: files that conflicted and whose hub rule says what becomes of them. */
export type Candidate =
  | { readonly merged: true; readonly commit: CommitId; readonly settled?: readonly string[] }
  | { readonly merged: false; readonly paths: readonly string[] };
/** `is`: where the branch is instead, undefined when it is gone. `why`: what the repository says, for a person. */
export type Advanced =
  | { readonly moved: true }
  | { readonly moved: false; readonly is: CommitId | undefined; readonly why: string };

/** The plan, asked while it runs. Pure: the same snapshot gives the same answer. */
export interface PlannerPort {
  /** In a stream: whom to start now, the most urgent first, at most `standing.room` tasks. */
  nextStarts(standing: Standing): readonly TaskId[];
  /** Who waits and is expected to write what this open task has written, though the plan did not know they would meet. */
  meeting(standing: Standing, task: TaskId): Meeting;
  /** The waves that come, planned anew; undefined when they may stay as they are. */
  rest(standing: WaveStanding): readonly (readonly TaskId[])[] | undefined;
}

export interface JournalPort {
  /** Durable when it answers. */
  append(event: RunEvent): Promise<Recorded>;
}
