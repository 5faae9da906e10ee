import { isControlFile, type RunEvent, type RunState } from '@breakwater/model';
import { count } from '../quantities.js';
import { workOf } from './run-facts.js';

const NAMED = 3;

/** Files that are in no diff and changed while a session ran, without its name in front. */
export function gitChangedSentence({ paths, ignored = [] }: Pick<GitChanged, 'paths' | 'ignored'>): string {
  const git = `${listed(paths)} of git's own files changed; look at it before you use git there`;
  const unseen = `it changed ${listed(ignored)}, which git ignores and which decides what runs in its worktree`;
  return [...(paths.length === 0 ? [] : [`while it ran, ${git}`]), ...(ignored.length === 0 ? [] : [unseen])].join('; ');
}

type GitChanged = Extract<RunEvent, { ev: 'task-git-changed' }>;

/** What of the work decides what runs elsewhere, to be looked at with more care than the rest; undefined when there is nothing. */
export function controlText({ tasks }: RunState): string | undefined {
  const texts = tasks.flatMap((task) => {
    const paths = (workOf(task)?.changes ?? []).map(({ path }) => path).filter(isControlFile);
    const { gitChanged: git = [], ignoredChanged: ignored = [] } = task;
    return [
      ...(paths.length === 0 ? [] : [`${task.id} changed ${listed(paths)}`]),
      ...(git.length === 0 ? [] : [`while ${task.id} ran, ${listed(git)} of git's own files changed`]),
      ...(ignored.length === 0 ? [] : [`${task.id} changed ${listed(ignored)}, which git ignores`]),
    ];
  });
  return texts.length === 0 ? undefined : `${texts.join('; ')}: they decide what runs`;
}

function listed(paths: readonly string[]): string {
  const more = paths.length - NAMED;
  return more > 0 ? `${paths.slice(0, NAMED).join(', ')} and ${count(more, 'file')} more` : paths.join(', ');
}
