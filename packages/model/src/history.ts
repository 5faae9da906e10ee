import type { CommitId } from './commit.js';
import type { RepoPath } from './repo-path.js';

/** A commit before the base, as far as predictions learn from it. */
export interface PastCommit {
  readonly commit: CommitId;
  /** Tells authors apart and names nobody. */
  readonly author: string;
  /** Made by a program, such as one that raises dependencies. */
  readonly isBot: boolean;
  /** Committer time, seconds since 1970. */
  readonly time: number;
  readonly subject: string;
  /** What its subject is looked up by, as `subjectTerms` tells it. */
  readonly terms: readonly number[];
  /** The rest of the message, cut short; '' when there is none. */
  readonly body: string;
  /** Changed against the first parent, renames not followed, sorted; paths may be gone by now. */
  readonly paths: readonly RepoPath[];
}

/** Reads the history of one commit; `repo` is handed one and so need not know git. */
export interface HistoryReader {
  readonly commit: CommitId;
  /**
   * The newest `most` commits along first parents, the commit itself first. What a commit brought is told against its first parent,
   * so a merge stands for its branch. A shallow clone answers with what it has. Stops before `known` and everything that came before
   * it, on whatever way; one the repository does not have stops nothing.
   */
  read(most: number, known?: CommitId): Promise<readonly LoggedCommit[]>;
  /** Whether the clone was cut short, so that later more may be there. */
  isShallow(): Promise<boolean>;
}

/** A commit as the log tells it. */
export interface LoggedCommit {
  readonly commit: CommitId;
  /** The first; undefined for the first commit of all. */
  readonly parent: CommitId | undefined;
  readonly author: string;
  readonly isBot: boolean;
  /** Committer time, seconds since 1970. */
  readonly time: number;
  readonly message: string;
  readonly paths: readonly string[];
}
