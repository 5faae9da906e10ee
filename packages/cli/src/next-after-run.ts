import { awaitsReview, type RunState, taskBranch } from '@breakwater/model';

/** What to run next, most useful first; only commands that exist. */
export function nextAfterRun(state: RunState): readonly { readonly label: string; readonly command: string }[] {
  const integrated = state.tasks.some((task) => task.state.state === 'integrated');
  const failed = state.tasks.find((task) => task.state.state === 'failed');
  const held = state.tasks.find((task) => task.state.state === 'held');
  const range = `${state.base.slice(0, 7)}..${state.integration}`;
  return [
    ...reviewsOf(state),
    ...(state.outcome === 'interrupted' ? [{ label: 'go on where it stopped', command: `breakwater resume ${state.run}` }] : []),
    ...(integrated ? [{ label: 'look at what is done', command: `git log --stat --first-parent ${range}` }] : []),
    ...(integrated && state.outcome === 'finished' ? [takeOver(state)] : []),
    ...(failed === undefined ? [] : [{ label: 'what failed', command: `breakwater logs ${failed.id}` }]),
    ...(failed === undefined || state.outcome !== 'finished'
      ? []
      : [{ label: 'run it again', command: `breakwater retry ${failed.id}` }]),
    ...(held === undefined
      ? []
      : [{ label: 'bring in a held one by hand', command: `git merge ${taskBranch(state.run, held.id, held.attempts)}` }]),
    ...(state.outcome === 'finished' ? [{ label: 'remove its worktrees', command: 'breakwater clean' }] : []),
  ];
}

function takeOver({ integration, baseMoved }: RunState): { readonly label: string; readonly command: string } {
  if (baseMoved === undefined) return { label: 'take it over', command: `git merge --ff-only ${integration}` };
  return { label: 'take it over, for its branch went on meanwhile', command: `git merge ${integration}` };
}

/** What waits for a person's word: how to look at it, and both answers. */
function reviewsOf(state: RunState): readonly { readonly label: string; readonly command: string }[] {
  const [first] = state.tasks.filter((task) => awaitsReview(state, task));
  if (first === undefined || first.state.state !== 'committed') return [];
  const branch = taskBranch(state.run, first.id, first.attempts);
  return [
    { label: 'look at what waits', command: `git diff ${first.state.work.base.slice(0, 7)} ${branch}` },
    { label: 'let all in', command: 'breakwater approve' },
    { label: 'or give one back', command: `breakwater reject ${first.id} --reason TEXT` },
  ];
}
