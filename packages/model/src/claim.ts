import type { TaskId } from './task.js';

/** Which files a session may write: anything nobody holds; only what was predicted or declared for it; whatever it likes. */
export type Fence = 'open' | 'closed' | 'off';

/** Whether sessions run in a sandbox: never; where one works; or not at all without one. */
export type SandboxUse = 'off' | 'auto' | 'required';

/** Where sessions work: in worktrees, which share the git directory; or in clones, which only read its objects. */
export type Isolation = 'worktree' | 'clone';

/** A write that the fence did not allow. */
export interface Breach {
  readonly path: string;
  /** The task that holds the file; absent when nobody does and the file lies outside of a closed fence. */
  readonly holder?: TaskId;
  /**
   * How it came to light: `asked` and refused before anything was written; found in the worktree right after a `shell` command; found
   * in the `commit` the session left.
   */
  readonly seen: 'asked' | 'shell' | 'commit';
}

/** What kept the sessions of a run apart, and what did not. Written down at its start and said at its end. */
export interface Protection {
  readonly fence: Fence;
  /** Whether each write is asked for before it happens. A command runner has no such question: its files are seen when it ends. */
  readonly guard: 'each-write' | 'at-the-end' | 'off';
  /** Of Claude Code; absent for other runners. */
  readonly permissionMode?: string;
  /** Absent: worktrees. */
  readonly isolation?: 'clone';
  /** What held the sessions' processes; absent where none was asked for. `why` it was none, for a person. */
  readonly sandbox?: { readonly use: 'bubblewrap' } | { readonly use: 'none'; readonly why: string };
}
