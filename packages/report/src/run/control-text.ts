import { isControlFile, type RunState } from '@breakwater/model';
import { count } from '../quantities.js';
import { workOf } from './run-facts.js';

const NAMED = 3;

/** Files of git's own folder that changed while a session ran, without its name in front. */
export function gitChangedSentence(paths: readonly string[]): string {
  return `while it ran, ${listed(paths)} of the git directory changed; look at it before you use git there`;
}

/** What of the work decides what runs elsewhere, to be looked at with more care than the rest; undefined when there is nothing. */
export function controlText({ tasks }: RunState): string | undefined {
  const texts = tasks.flatMap((task) => {
    const paths = (workOf(task)?.changes ?? []).map(({ path }) => path).filter(isControlFile);
    const git = task.gitChanged ?? [];
    return [
      ...(paths.length === 0 ? [] : [`${task.id} changed ${listed(paths)}`]),
      ...(git.length === 0 ? [] : [`while ${task.id} ran, ${listed(git)} of the git directory changed`]),
    ];
  });
  return texts.length === 0 ? undefined : `${texts.join('; ')}: they decide what runs`;
}

function listed(paths: readonly string[]): string {
  const more = paths.length - NAMED;
  return more > 0 ? `${paths.slice(0, NAMED).join(', ')} and ${count(more, 'file')} more` : paths.join(', ');
}
