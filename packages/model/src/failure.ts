import type { CommitId } from './commit.js';
import type { Diagnostic } from './diagnostic.js';
import type { RunId } from './run-id.js';
import type { TaskId } from './task.js';

/** Every expected way a command can fail. `report` has one branch per reason; `cli` has one exit code per class. */
export type Failure =
  /** The input is wrong: tasks, configuration, flags. Exit 2. */
  | { readonly reason: 'bad-input'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly reason: 'usage'; readonly message: string; readonly hint?: string }
  /** The repository's state is refused. Exit 3. */
  | { readonly reason: 'repository-refused'; readonly code: RepositoryRefusal; readonly message: string; readonly hint: string }
  /** `near`: the run that was most likely meant. */
  | { readonly reason: 'no-run'; readonly run?: string; readonly known: readonly RunId[]; readonly near?: string }
  | { readonly reason: 'run-unfinished'; readonly run: RunId }
  | { readonly reason: 'run-finished'; readonly run: RunId }
  | {
      readonly reason: 'unsaved-work';
      readonly places: readonly { readonly place: string; readonly files: readonly string[] }[];
    }
  | { readonly reason: 'plan-changed'; readonly differences: readonly string[] }
  /** Another orchestrator holds the repository. Exit 4. */
  | { readonly reason: 'locked'; readonly owner: LockOwner }
  | { readonly reason: 'not-running' }
  /** The environment lacks something. Exit 5. */
  | { readonly reason: 'environment'; readonly code: string; readonly message: string; readonly hint: string }
  /** Git said no, and it is not one of the above. Exit 3. */
  | {
      readonly reason: 'git-failed';
      readonly command: readonly string[];
      readonly exitCode: number | null;
      readonly stderr: string;
    }
  /** Damage found. Exit 6. */
  /** `newer`: only a newer version understands it. */
  | { readonly reason: 'damaged'; readonly message: string; readonly hint: string; readonly newer?: true }
  /** Git cannot read one of its objects; `message` is what it said, a line each. */
  | { readonly reason: 'object-damaged'; readonly message: string };

export type RepositoryRefusal =
  | 'E_REPO_NONE'
  | 'E_REPO_BARE'
  | 'E_REPO_UNBORN'
  | 'E_REPO_OWNER'
  | 'E_BASE_NEEDED'
  | 'E_BASE_UNKNOWN'
  | 'E_BRANCH_TAKEN'
  | 'E_WORKTREE_ROOT'
  | 'E_ISOLATION_CLONE'
  | 'E_NESTED_RUN'
  | 'E_LAND'
  | 'E_UNDO'
  | 'E_RETRY'
  | 'E_REVIEW';

/** Who holds the repository: pid, start time and boot id together name one process for ever. */
export interface LockOwner {
  readonly run: string;
  readonly pid: number;
  /** Clock ticks after boot at which the process started, as procfs prints it; '' where the system has none. */
  readonly startTime: string;
  readonly bootId: string;
  readonly host: string;
  /** Wall time, ISO 8601, for display only. */
  readonly since: string;
  readonly nonce: string;
}

/** Why one task did not end with a commit in the chain; the run goes on. */
export type TaskFailure =
  | { readonly reason: 'worktree'; readonly message: string }
  /** A disk refuses, or was full when the session or a command failed. No task is to blame, so the run pauses; never recorded. */
  | { readonly reason: 'disk'; readonly message: string }
  /** Git refused or hung, twice, when the work was to be saved; it is still in its place. Otherwise like `disk`. */
  | { readonly reason: 'unsaved'; readonly message: string }
  | { readonly reason: 'prepare'; readonly command: string; readonly exitCode: number | null; readonly tail: string }
  /** The agent could not be started. */
  | { readonly reason: 'runner-missing'; readonly command: string; readonly message: string }
  | { readonly reason: 'session-failed'; readonly exitCode: number | null; readonly signal?: string; readonly message: string }
  | { readonly reason: 'api-error'; readonly status?: number; readonly message: string }
  /** It changed files outside of a closed fence. */
  | { readonly reason: 'fence'; readonly paths: readonly string[] }
  /** It wrote without asking although the fence was on. */
  | { readonly reason: 'guard'; readonly message: string }
  /** The provider gives this account no more for now; `until` (ISO 8601) as far as it says. */
  | { readonly reason: 'account-limit'; readonly until?: string; readonly message: string }
  | { readonly reason: 'budget'; readonly limit: 'usd' | 'minutes' | 'turns' | 'stall'; readonly message: string }
  /** The session ended well and left no change. */
  | { readonly reason: 'no-change' }
  /** The branch does not descend from its base: nothing of it can be integrated. */
  | { readonly reason: 'off-base'; readonly message: string }
  | {
      readonly reason: 'verify';
      readonly command: string;
      readonly exitCode: number | null;
      readonly tail: string;
      /** It was to make these files (globs) anew on the merged tree, and is no check. */
      readonly makes?: readonly string[];
      /** It passes on its own base and fails only with these, in the order of the chain. Missing: it fails by itself. */
      readonly together?: readonly TaskId[];
    }
  /** A person looked at it and said no. */
  | { readonly reason: 'rejected'; readonly message: string }
  /** It was in the chain, and the user took it back. */
  | { readonly reason: 'undone' }
  /** What it was to be merged onto fails by itself, and still does with it. */
  | { readonly reason: 'base-red'; readonly commit: CommitId; readonly command: string; readonly exitCode: number | null }
  /** Its merge is good, and the integration branch did not move to it. */
  | { readonly reason: 'integration'; readonly message: string }
  /** The place of work vanished. `gone`: with its folder, by whoever's hand, so that another attempt may do better. */
  | { readonly reason: 'lost'; readonly message: string; readonly gone?: true };
