import type {
  Answer,
  Ask,
  Change,
  CommitId,
  LaneEnd,
  LaneId,
  LaneNews,
  LaneOrder,
  Recorded,
  RunEvent,
  RunId,
  TaskId,
  VerifyEnd,
  VerifyOrder,
} from '@breakwater/model';

/** The world as the loop needs it. Orders, answers and news are plain JSON, so a lane may live on another machine. */
export interface Ports {
  readonly lanes: LanePort;
  readonly repository: RepositoryPort;
  readonly journal: JournalPort;
  /** Aborted when the user or the system asks us to stop. */
  readonly stop: AbortSignal;
  /** Told everything that is not worth a journal record. */
  readonly onNews: (news: LaneNews) => void;
}

export interface LanePort {
  /** Opens, prepares, runs the session, saves its work, ends. Idempotent by `order.id`. Never rejects for an expected reason. */
  open(order: LaneOrder, handler: LaneHandler): Promise<LaneEnd>;
  /** Runs commands on a commit in a place without a session. */
  verify(order: VerifyOrder, handler: LaneHandler): Promise<VerifyEnd>;
  /** A request, repeatable; answered by the end of `open`. Without a lane: everything of the run. */
  stop(run: RunId, lane?: LaneId): Promise<void>;
  /** What a dead orchestrator left in a place: stops its processes, commits what is unsaved, gives the place back. Undefined: nothing beyond the base. */
  salvage(order: SalvageOrder): Promise<CommitId | undefined>;
  /** Gives the place back once the work is reachable by a ref. Keeps it, and says so, when something in it is unsaved. */
  close(id: LaneId): Promise<{ readonly closed: boolean; readonly message?: string }>;
  /** How many sessions fit at once here; `execute` takes the smaller of this and its own concurrency. */
  capacity(): Promise<number>;
}

export interface SalvageOrder {
  readonly id: LaneId;
  readonly base: CommitId;
  readonly branch: string;
  readonly commitMessage: string;
}

/** Wire: asks come one way, answers go back; no answer in time is a refusal. */
export interface LaneHandler {
  readonly ask: (ask: Ask) => Promise<Answer>;
  readonly news: (news: LaneNews) => void;
}

export interface RepositoryPort {
  /** Makes the commit fetchable under a ref of ours, before anything else is done with it. */
  keep(kept: { readonly run: RunId; readonly task: TaskId; readonly attempt: number; readonly commit: CommitId }): Promise<void>;
  changes(from: CommitId, to: CommitId): Promise<readonly Change[]>;
  descends(commit: CommitId, base: CommitId): Promise<boolean>;
  /** The merge of `commit` onto `tip` as a commit object on no branch. The same input gives the same id. */
  candidate(merge: CandidateOrder): Promise<Candidate>;
  /** One compare-and-swap of the integration branch, fenced by the orchestrator's lock. */
  advance(move: { readonly run: RunId; readonly from: CommitId; readonly to: CommitId }): Promise<Advanced>;
  /** Where the integration branch is now. */
  tip(run: RunId): Promise<CommitId | undefined>;
}

export interface CandidateOrder {
  readonly run: RunId;
  readonly task: TaskId;
  readonly attempt: number;
  readonly title: string;
  readonly tip: CommitId;
  readonly commit: CommitId;
}
export type Candidate =
  | { readonly merged: true; readonly commit: CommitId }
  | { readonly merged: false; readonly paths: readonly string[] };
/** `is`: where the branch is instead, undefined when it is gone. `why`: what the repository says, for a person. */
export type Advanced =
  | { readonly moved: true }
  | { readonly moved: false; readonly is: CommitId | undefined; readonly why: string };

export interface JournalPort {
  /** Durable when it answers. */
  append(event: RunEvent): Promise<Recorded>;
}
