import type { CommitId } from './commit.js';
import type { Runner } from './config.js';
import type {
  Answer,
  Ask,
  LaneEnd,
  LaneId,
  LaneNews,
  LaneOrder,
  RegenerateEnd,
  RegenerateOrder,
  VerifyEnd,
  VerifyOrder,
} from './lane.js';
import type { RunId } from './run-id.js';
import type { Usage } from './usage.js';

/** A place of work as the loop sees it. Orders, answers and news are plain JSON, so the place may be on another machine. */
export interface LanePort {
  /** Opens, prepares, runs the session, saves its work, ends. Idempotent by `order.id`. Never rejects for an expected reason. */
  open(order: LaneOrder, handler: LaneHandler): Promise<LaneEnd>;
  /** Runs commands on a commit in a place without a session. */
  verify(order: VerifyOrder, handler: LaneHandler): Promise<VerifyEnd>;
  /** Makes files anew on a merge, in the place where trees are verified. */
  regenerate(order: RegenerateOrder, handler: LaneHandler): Promise<RegenerateEnd>;
  /** A request, repeatable; answered by the end of `open`. Without a lane: everything of the run. */
  stop(run: RunId, lane?: LaneId): Promise<void>;
  /** What a dead orchestrator left in a place: stops its processes, commits what is unsaved, gives the place back unless it is to be kept. */
  salvage(order: SalvageOrder): Promise<Salvaged>;
  /**
   * Gives the place back once the work is reachable by a ref. Keeps it, and says so, when something in it is unsaved; `kept`: what it holds
   * is saved as far as it is in this commit.
   */
  close(id: LaneId, kept?: CommitId): Promise<{ readonly closed: boolean; readonly message?: string }>;
  /** Gives back what belongs to the run and to no task, once nothing of it is at work: the place where trees were verified. It is made again on demand. */
  leave(run: RunId): Promise<void>;
  /** How many sessions fit at once here; `execute` takes the smaller of this and its own concurrency. */
  capacity(): Promise<Capacity>;
}

/** `lacks`: what a place is short of when no session fits at all, in a sentence. */
export interface Capacity {
  readonly slots: number;
  readonly lacks?: string;
}

export interface SalvageOrder {
  readonly id: LaneId;
  /** The slot it ran in, from 0. */
  readonly lane: number;
  readonly base: CommitId;
  readonly branch: string;
  readonly commitMessage: string;
  readonly runner: Runner;
  /** Its session went on with an earlier conversation. */
  readonly resumed?: boolean;
  /** The place stays as it is, for its session will go on in it. */
  readonly keepPlace?: boolean;
}

export interface Salvaged {
  /** Undefined: nothing beyond the base. */
  readonly commit?: CommitId;
  /** As far as its log tells. */
  readonly usage: Usage;
}

/** Wire: asks come one way, answers go back; no answer in time is a refusal. */
export interface LaneHandler {
  readonly ask: (ask: Ask) => Promise<Answer>;
  readonly news: (news: LaneNews) => void;
}
