import type { Change, CommitId, Failure, HistoryReader, LintFault, LockOwner, Result, TreeReader } from '@breakwater/model';
import type { CommitFolders } from './operations/commit-folders.js';
import type { RefRefusal } from './operations/ref-refusal.js';
import type { DriverSettings } from './run/driver-pins.js';

/** A git repository as the rest of Breakwater sees it. Nothing here ever touches the user's index, HEAD, stash, config or files. */
export interface Repository {
  /** Top folder of the checkout the command was started in, absolute; the git directory when bare. */
  readonly root: string;
  /** The git directory shared by all worktrees, absolute. */
  readonly commonDirectory: string;
  readonly bare: boolean;
  /** Eight hexadecimal digits that tell this repository from others on this machine. */
  readonly tag: string;
  /** Of the git that runs: major and minor number. */
  readonly version: readonly [number, number];

  /** Branch (short name) and commit of the user's checkout; null when detached or unborn. */
  head(): Promise<{ readonly branch: string | null; readonly commit: CommitId | null }>;
  resolveCommit(revision: string): Promise<Result<CommitId, Failure>>;
  tree(commit: CommitId): TreeReader;
  /** Paths at which a commit has submodules, which `tree` leaves out; sorted. */
  submodules(commit: CommitId): Promise<readonly string[]>;
  /** Whether a filter that .gitattributes may ask for, e.g. `lfs`, is set up here; without it files stay as they are committed. */
  hasFilter(name: string): Promise<boolean>;
  history(commit: CommitId): HistoryReader;
  /** Changed paths between two commits without rename detection, sorted; binary files count 0 lines. */
  changes(from: CommitId, to: CommitId): Promise<readonly Change[]>;
  isAncestor(ancestor: CommitId, descendant: CommitId): Promise<boolean>;
  /** Paths with uncommitted changes in the user's checkout, untracked ones included; never refreshes the index on disk. */
  uncommitted(worktree?: string): Promise<readonly string[]>;
  /** Paths in one of our worktrees that git neither tracks nor ignores, sorted. */
  untracked(worktree: string): Promise<readonly string[]>;
  /** Untracked files of the user's checkout that a file of patterns at its top lists, in the syntax of .gitignore; sorted, none without it. */
  untrackedListed(patterns: string): Promise<readonly string[]>;

  /**
   * The same for one of our worktrees, but none when its whole content is that of one of the kept commits: such a commit was made
   * beside the worktree, so git still calls the files uncommitted.
   */
  unsaved(worktree: string, kept: readonly CommitId[]): Promise<readonly string[]>;

  /** Paths in which one of our worktrees differs from a commit, committed there or not, sorted, each once. */
  changedSince(worktree: string, base: CommitId): Promise<readonly string[]>;
  /** Whether a path of a worktree is one that git ignores; tracked files never are. */
  isIgnored(worktree: string, path: string): Promise<boolean>;

  /** Full ref name to commit or object id; undefined when it does not exist. */
  readRef(ref: string): Promise<string | undefined>;
  /** All refs below places such as refs/breakwater/, and with a name such as refs/stash or below it; sorted by name. */
  listRefs(...places: readonly string[]): Promise<readonly { readonly ref: string; readonly id: string }[]>;
  /**
   * One compare-and-swap. `from` null: must not exist. `fence`: another ref that must hold this value at that instant.
   * A branch that is checked out somewhere is not moved: that checkout would take back what was merged with its next commit.
   */
  moveRef(move: RefMove): Promise<RefMoved>;
  /** For refs that only we write: a refusal means that work might be lost, so nothing may go on as if all were well. Throws `GitError`. */
  mustMoveRef(move: RefMove): Promise<void>;
  deleteRef(ref: string, old: string): Promise<RefMoved>;
  writeBlob(text: string): Promise<string>;
  readBlob(id: string): Promise<string>;

  /** What a commit brings in against another that others could not check out, or that would surprise them; sorted by path. */
  lintTree(from: CommitId, to: CommitId): Promise<readonly LintFault[]>;
  /** Merges two commits in memory; no checkout. With `settling`, conflicts that it knows how to settle are none. */
  merge(ours: CommitId, theirs: CommitId, settling?: Settling): Promise<Merged>;
  commitTree(commit: NewCommit): Promise<CommitId>;
  /** In the order asked for. */
  commitFacts(commits: readonly CommitId[]): Promise<readonly CommitFacts[]>;
  /** Author and committer of the user's configuration, or a neutral one. */
  identity(): Promise<{ readonly name: string; readonly email: string }>;

  /** One at a time, locked with a reason, without touching config; then checked out. The branch is made when it does not exist and must point at `base` when it does. */
  addWorktree(order: NewWorktree): Promise<Result<Worktree, Failure>>;
  /** Detached at a commit, whole also where the user's checkout is sparse. An existing one is moved to the commit, untracked files kept. */
  addDetachedWorktree(order: {
    readonly path: string;
    readonly commit: CommitId;
    readonly reason: string;
  }): Promise<Result<Worktree, Failure>>;
  listWorktrees(): Promise<readonly Worktree[]>;
  /** Why sessions cannot work in clones of this repository, at this commit; undefined: they can. Failure `repository-refused` E_ISOLATION_CLONE. */
  cloneObstacle(commit: CommitId): Promise<Failure | undefined>;
  /**
   * Gives one of our worktrees a git directory of its own instead of the link to this one: a clone of what it is at, without remotes and
   * hooks, that reads the objects here and writes its own. For all that is asked here it stays the worktree it was, and nothing that
   * is written into its git directory has a say in it. A clone that is there is made anew, but not one that holds what is nowhere else, unless it is to be made over it.
   */
  giveClone(worktree: string, how?: { readonly over: boolean }): Promise<void>;
  /**
   * Brings home what was committed in the clone of one of our worktrees: objects by id, checked; its branch by compare-and-swap; other
   * branches, tags and stashes each under a ref, `aside` and a number. Then the place is as if all had been committed here. Nothing where
   * there is no clone; to be asked again at any time. Throws `GitError` when it cannot be read.
   */
  bringHome(worktree: string, order: { readonly aside: string }): Promise<BroughtHome>;
  /**
   * Refuses with `unsaved-work` when anything in it is `unsaved`, kept commits being those under a ref, and when a submodule in it holds
   * commits of its own. A worktree that is already gone is a success.
   * Commits are the caller's to keep under a ref.
   */
  removeWorktree(path: string, kept?: readonly CommitId[]): Promise<Result<void, Failure>>;
  /** The same with whatever is in it: only for a worktree of ours in which nobody works. */
  discardWorktree(path: string): Promise<Result<void, Failure>>;
  /**
   * Clears what a killed git left behind, and nothing a session was ever given: worktrees that were never finished, entries whose
   * folder vanished, worktrees that were half removed, lock files without a living owner, refs of ours without a value. Only below
   * `folder`, which is our own; everything else stays. Mends as `mendWorktrees` does.
   * Only for the holder of the lock, after the sessions of earlier runs are stopped. Answers what was done, in sentences.
   */
  repairWorktrees(folder: string): Promise<readonly string[]>;
  /** Makes anew what a loss of power cut short of our worktrees below a folder: the index, or files of git's entry. Answers what was done, in sentences. */
  mendWorktrees(folder: string): Promise<readonly string[]>;
  /** Finishes only the removals that a kill cut short, of worktrees directly in our own folder; answers their paths, sorted. */
  finishRemovals(folder: string): Promise<readonly string[]>;
  /** Commits all that is not ignored with a temporary index, leaving the worktree as it is; undefined when nothing differs from its HEAD. The commit is not on any branch yet. */
  snapshot(worktree: string, message: string): Promise<CommitId | undefined>;
  /**
   * The same for a worktree whose HEAD leads to no commit any more, because a session deleted its branch or git's entry of it: the
   * parent is the last commit its own HEAD was at, as far as git still knows, else `onto`. Answers that parent when nothing differs
   * from it.
   */
  rescue(worktree: string, rescue: { readonly message: string; readonly onto: CommitId }): Promise<CommitId>;
  /**
   * Stages and commits everything in one of our worktrees on its own branch, hooks off; answers the new tip, or the present one when
   * nothing was left, and what it could not hold. When the session went over to a branch that is not ours, that branch stays and the
   * commit is on none.
   */
  commitAll(worktree: string, message: string): Promise<Saved>;
  /**
   * Puts one of our worktrees on another branch of ours, made where it does not exist. With `reset` its index and files become those
   * of that commit, whatever was in them, and a merge that was not concluded is forgotten; without it everything stays as it is.
   */
  switchBranch(worktree: string, to: { readonly branch: string; readonly reset?: CommitId }): Promise<void>;
  /**
   * Merges a commit into the branch of one of our worktrees, with files. What conflicts and is not settled is left for somebody to
   * resolve there; without any the merge is concluded.
   */
  mergeInto(worktree: string, order: MergeIntoOrder): Promise<MergedInto>;
  /**
   * The commit one of our worktrees is at, with the files that are wanted as they lie there now: the same parents, message and dates, on
   * no branch. `left`: what differs beside them, sorted. The worktree stays as it is.
   */
  commitAmended(
    worktree: string,
    isWanted: (path: string) => boolean,
  ): Promise<{ readonly commit: CommitId; readonly left: readonly string[] }>;
  /** Folders in a worktree that are git repositories of their own and not tracked: neither `snapshot` nor `commitAll` can hold what is in them. */
  embeddedRepositories(worktree: string): Promise<readonly string[]>;
  /** HEAD of one of our worktrees; undefined when it is gone or has no commit. */
  worktreeHead(worktree: string): Promise<CommitId | undefined>;
  /** The commit that a merge in one of our worktrees brings in while nobody has concluded it. */
  openMerge(worktree: string): Promise<CommitId | undefined>;

  /**
   * From now on the filters and merge drivers that are configured now are those of our git, whatever is written into the shared
   * configuration later; or those of an earlier time, which were kept. Once, before anybody works in a worktree. Answers them, to be kept.
   */
  pinDrivers(kept?: DriverSettings): Promise<DriverSettings>;
  /** Digests of the git directory's files that decide what every git here does, and of those that belong to a worktree; by path below it. */
  sharedFiles(worktree: string): Promise<ReadonlyMap<string, string>>;
  /** What a commit in one of our worktrees, on one of our branches, writes in the shared git directory; and what in there it need not write. */
  commitFolders(worktree: string, branch: string): Promise<CommitFolders>;

  /** Keeps every `git gc` from collecting objects until it is given back; undefined when one is at work now. */
  holdGc(pid: number): Promise<{ release(): Promise<void> } | undefined>;
  /** The text of a hold whose orchestrator is dead. */
  deadGcHold(): Promise<string | undefined>;
  /** Removes the hold of an orchestrator that is dead; whether there is none now. */
  clearDeadGc(): Promise<boolean>;
  /** Fenced lock: a ref moved only by compare-and-swap. `isStale` decides about an owner already there. */
  takeLock(owner: LockOwner, isStale: (owner: LockOwner) => Promise<boolean>): Promise<Result<Lock, Failure>>;
  lockOwner(): Promise<LockOwner | undefined>;
}

export interface BroughtHome {
  /** The clone's HEAD leads to no commit any more; the place is where it was last. */
  readonly headless: boolean;
  /** What was put aside, and what it was called in the clone. */
  readonly aside: readonly { readonly ref: string; readonly name: string }[];
}

export interface RefMove {
  readonly ref: string;
  readonly from: string | null;
  readonly to: string;
  readonly fence?: { readonly ref: string; readonly value: string };
}
/** `is` is what the ref held when the move was refused; null when it did not exist. `message`: why, for a person. */
export type RefMoved = { readonly moved: true } | ({ readonly moved: false; readonly is: string | null } & RefRefusal);

/** What to do about files that conflict. */
export interface Settling {
  /** `union`: the lines of both sides; `ours`: our side as it is; undefined: it stays a conflict. */
  readonly how: (path: string) => Settled['by'] | undefined;
  /** Lends an empty folder for the time of some work. */
  readonly inFolder: <T>(work: (folder: string) => Promise<T>) => Promise<T>;
}

export interface Settled {
  readonly path: string;
  readonly by: 'union' | 'ours';
}

export interface MergeIntoOrder {
  readonly commit: CommitId;
  readonly message: string;
  /** What to do about files that conflict, seen from the commit: `ours` is its side. Undefined: nothing. */
  readonly settle?: Settling['how'];
}

export interface MergedInto {
  /** Paths left in conflict, sorted. */
  readonly conflicts: readonly string[];
  readonly settled: readonly Settled[];
}

export type Merged =
  | { readonly merged: true; readonly tree: string; readonly settled: readonly Settled[] }
  | { readonly merged: false; readonly paths: readonly string[]; readonly messages: readonly string[] };

export interface CommitFacts {
  readonly tree: string;
  readonly parents: readonly CommitId[];
  /** Committer time, seconds since 1970. */
  readonly time: number;
}

export interface NewCommit {
  readonly tree: string;
  readonly parents: readonly CommitId[];
  readonly message: string;
  /** Seconds since 1970 for author and committer, so that the same input gives the same commit id. */
  readonly time: number;
}

export interface Saved {
  readonly commit: CommitId;
  /** Folders that are repositories of their own and not tracked, sorted: what is in them is in no commit. */
  readonly embedded: readonly string[];
  /** Files that git cannot read, sorted: they are not in the commit either. */
  readonly unreadable: readonly string[];
  /** Files that were in conflict until then, sorted: they are in the commit as they lay there. */
  readonly unmerged: readonly string[];
}

export interface NewWorktree {
  readonly path: string;
  /** Short name. */
  readonly branch: string;
  readonly base: CommitId;
  /** Written into git's worktree lock. */
  readonly reason: string;
}

export interface Worktree {
  readonly path: string;
  readonly head: CommitId | undefined;
  /** Short name; undefined when detached. */
  readonly branch: string | undefined;
  readonly lockReason: string | undefined;
}

export interface Lock {
  /** The fence for `moveRef`. */
  readonly fence: { readonly ref: string; readonly value: string };
  release(): Promise<void>;
}
