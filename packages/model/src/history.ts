import type { CommitId } from './commit.js';
import type { RepoPath } from './repo-path.js';

/** A commit before the base, as far as predictions learn from it. */
export interface PastCommit {
  readonly commit: CommitId;
  /** Tells authors apart and names nobody. */
  readonly author: string;
  /** Committer time, seconds since 1970. */
  readonly time: number;
  readonly subject: string;
  /** The rest of the message, cut short; '' when there is none. */
  readonly body: string;
  /** Changed against the first parent, renames not followed, sorted; paths may be gone by now. */
  readonly paths: readonly RepoPath[];
}

/** Reads the history of one commit; `repo` is handed one and so need not know git. */
export interface HistoryReader {
  /**
   * The newest `most` commits along first parents, the commit itself first. What a commit brought is told against its first parent,
   * so a merge stands for its branch. A shallow clone answers with what it has.
   */
  read(most: number): Promise<readonly LoggedCommit[]>;
}

/** A commit as the log tells it. */
export interface LoggedCommit {
  readonly commit: CommitId;
  readonly author: string;
  /** Committer time, seconds since 1970. */
  readonly time: number;
  readonly message: string;
  readonly paths: readonly string[];
}
