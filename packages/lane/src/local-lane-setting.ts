import type { Repository } from '@breakwater/git';
import type { Config } from '@breakwater/model';

/** What the lanes of one run on this machine work with. */
export interface LocalLaneSetting {
  readonly repository: Repository;
  readonly config: Config;
  /** Absolute folder of this run's worktrees. */
  readonly worktrees: string;
  /** Absolute folder of this run's logs. */
  readonly logs: string;
  /** Pid of the orchestrator; marks what it starts. */
  readonly sitting: number;
  /** The person's environment. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A fresh UUID. */
  readonly newSessionId: () => string;
  /** Bytes free for new sessions; asked of the system when not given. */
  readonly freeMemory?: () => number;
}
