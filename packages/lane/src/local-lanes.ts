import type { Repository } from '@breakwater/git';
import type {
  Answer,
  Ask,
  CommitId,
  Config,
  LaneEnd,
  LaneId,
  LaneNews,
  LaneOrder,
  RunId,
  VerifyEnd,
  VerifyOrder,
} from '@breakwater/model';

/** Places of work on this machine: the lane port of `execute`, in the same words. */
export interface LocalLanes {
  /** Opens, prepares, runs the session, saves its work, ends. Idempotent by `order.id`. Never rejects for an expected reason. */
  open(order: LaneOrder, handler: LaneHandler): Promise<LaneEnd>;
  /** Runs commands on a commit in a place without a session; one at a time. */
  verify(order: VerifyOrder, handler: LaneHandler): Promise<VerifyEnd>;
  /** A request, repeatable; answered by the ends of `open` and `verify`. Without a lane: everything of the run. */
  stop(run: RunId, lane?: LaneId): Promise<void>;
  /** Stops what a dead orchestrator left running in a place, commits what is unsaved there, gives the place back. */
  salvage(order: SalvageOrder): Promise<CommitId | undefined>;
  /** Gives a place back; keeps it, and says so, when something in it is unsaved. */
  close(id: LaneId): Promise<{ readonly closed: boolean; readonly message?: string }>;
  /** How many sessions fit at once, those that run included. */
  capacity(): Promise<number>;
}

export interface LaneHandler {
  readonly ask: (ask: Ask) => Promise<Answer>;
  readonly news: (news: LaneNews) => void;
}

export interface SalvageOrder {
  readonly id: LaneId;
  readonly base: CommitId;
  readonly branch: string;
  readonly commitMessage: string;
}

export interface LocalLaneSetting {
  readonly repository: Repository;
  readonly config: Config;
  /** Absolute folder of this run's worktrees. */
  readonly worktrees: string;
  /** Absolute folder of this run's logs. */
  readonly logs: string;
  /** The person's environment. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A fresh UUID. */
  readonly newSessionId: () => string;
  readonly now: () => Date;
  /** Milliseconds that never run backwards. */
  readonly monotonic: () => number;
  /** Bytes free for new sessions; asked of the system when not given. */
  readonly freeMemory?: () => number;
}
