import type { Diagnostic, TaskFailure, TaskId, Usage } from '@breakwater/model';
import { describeTaskFailure } from '../failure/describe-task-failure.js';
import { count, listed, money } from '../quantities.js';
import { lineWidth, type View } from '../view.js';
import { wrapLine } from '../wrap-line.js';

/** How far the asking of scouting sessions has come. */
export interface ScoutingProgress {
  readonly done: number;
  readonly of: number;
  /** Answers that were there already. */
  readonly kept: number;
  readonly limitUsd: number;
  readonly usage: Usage;
}

/** What is about to be spent, before the first session starts. */
export function scoutingBegins({ of, kept, limitUsd }: ScoutingProgress, view: View): string {
  const known = kept === 0 ? '' : `; ${count(kept, 'answer')} of before ${kept === 1 ? 'is' : 'are'} kept`;
  return wrapped(`Asking ${count(of, 'scouting session')}, limited to ${money(limitUsd)} in all${known}`, view);
}

/** What was spent. */
export function scoutingEnds({ done, of, usage: { usd } }: ScoutingProgress, view: View): string {
  const sessions = done === of ? count(of, 'scouting session') : `${done} of ${count(of, 'scouting session')}`;
  return wrapped(`${sessions} ${usd === undefined ? 'did not tell what they cost' : `cost ${money(usd)}`}`, view);
}

function wrapped(text: string, view: View): string {
  return `${wrapLine([], [text], lineWidth(view), view).join('\n')}\n`;
}

/** Tasks that are predicted as they would be without scouting, and why. */
export function scoutingWarnings(
  unanswered: readonly { readonly task: TaskId; readonly failure?: TaskFailure }[],
): readonly Diagnostic[] {
  const failed = unanswered.flatMap(({ task, failure }) => (failure === undefined ? [] : [failedWarning(task, failure)]));
  const others = unanswered.filter(({ failure }) => failure === undefined).map(({ task }) => task);
  return others.length === 0 ? failed : [...failed, notAsked(others)];
}

function failedWarning(task: TaskId, failure: TaskFailure): Diagnostic {
  const message = `no scouting session answered about ${task}: ${describeTaskFailure(failure)}`;
  return {
    severity: 'warning',
    code: 'W_SCOUT',
    message,
    hint: 'It is predicted without; the next plan with --scout asks again.',
  };
}

function notAsked(tasks: readonly TaskId[]): Diagnostic {
  const message = `no scouting session was asked about ${listed(tasks)}`;
  return { severity: 'warning', code: 'W_SCOUT', message, hint: 'Ask with: breakwater plan --scout' };
}
