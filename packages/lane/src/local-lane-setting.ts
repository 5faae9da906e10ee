import type { Repository } from '@breakwater/git';
import type { AffectedProjects, CommitId, Config, KnownProject } from '@breakwater/model';

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
  /** Whether sessions run in a sandbox, which works here. */
  readonly sandbox?: boolean;
  /** Which projects a change concerns; `known` are those of its head as the workspace's own tool sees them, if it was asked. */
  readonly affected: (change: ProjectChange) => Promise<AffectedProjects>;
  /** What becomes of a file that conflicts when integrated work is merged into a place, `ours` being what is integrated. */
  readonly settle?: (path: string) => 'union' | 'ours' | undefined;
  /** A fresh UUID. */
  readonly newSessionId: () => string;
  /** Bytes free for new sessions; asked of the system when not given. */
  readonly freeMemory?: () => number;
}

export interface ProjectChange {
  readonly base: CommitId;
  readonly head: CommitId;
  readonly known: readonly KnownProject[];
}
