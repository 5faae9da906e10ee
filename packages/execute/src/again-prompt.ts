import type { RunState, TaskRun } from '@breakwater/model';

/** Said to a session that was cut off, in its own conversation. */
export function afterInterruption(): string {
  return [
    'You were interrupted in the middle of this task and now go on with it.',
    'Your worktree is as you left it; the last command may have been cut off. Look at what is there with git status and git diff, then finish the task.',
    'All that was said about the task still holds. Commit your work when you are done.',
    '',
  ].join('\n');
}

const FILES_NAMED = 20;

/** Said to a session whose finished work does not fit what others integrated before it: what changed, why, and what to do. */
export function afterCollision({ state, id }: TaskRun, run: RunState): string {
  const collision = state.state === 'running' ? state.reworks : undefined;
  if (collision === undefined) throw new Error(`Internal error: task ${id} is not reworked`);
  const by = collision.with.length === 0 ? 'other work' : `task ${collision.with.join(' and task ')}`;
  const paths = collision.paths.slice(0, FILES_NAMED).map((path) => `- ${path}`);
  const unnamed = collision.paths.length - paths.length;
  return [
    `Your work on this task is done and committed, but it cannot be integrated: ${by} was integrated first and changed the same lines.`,
    ...(paths.length === 0 ? [] : ['These files conflict:', ...paths]),
    ...(unnamed === 0 ? [] : [`- and ${unnamed} more`]),
    `The integrated state (${run.tip.slice(0, 12)}) is now being merged into your worktree. Where git could not decide, the files hold conflict markers: <<<<<<< is your work, >>>>>>> is what is integrated.`,
    'Resolve every conflict so that both purposes are kept, look whether the rest of your work still fits, then git add the files and git commit to conclude the merge.',
    'Do not undo what the other task did, do not abort the merge, do not reset. Your earlier commit stays in the history.',
    '',
  ].join('\n');
}
