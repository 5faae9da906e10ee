import type { Recorded, RunState, TaskId, TaskRun } from '@breakwater/model';
import { type Line, type Role, strong } from '../line.js';
import { count, duration, secondsBetween } from '../quantities.js';
import { sentence } from '../sentence.js';
import { type Signs, signsOf } from '../signs.js';
import { lineWidth, typed, type View } from '../view.js';
import { wrapLine } from '../wrap-line.js';
import { baseMovedText } from './base-moved-text.js';
import { baseRedText, batchFailedText } from './batch-text.js';
import { breachSentence } from './breach-sentence.js';
import { gitChangedSentence } from './control-text.js';
import { integratedLine, waveLine } from './integrated-line.js';
import { replanText } from './replan-text.js';
import { retryText } from './retry-text.js';
import { taskNamed, tasksIn } from './run-facts.js';
import { failedSentence, heldSentence, keptSentence } from './task-sentence.js';

/** What a record leaves above the live region, to be scrolled back to: ends, not steps. */
export function permanentLines(
  { event, t }: Recorded,
  before: RunState | undefined,
  after: RunState,
  view: View,
): readonly string[] {
  switch (event.ev) {
    case 'task-integrated':
      return withTask(after, event.task, (task) => [integratedLine(after, task, view)]);
    case 'task-held':
    case 'task-failed':
    case 'task-blocked':
      return withTask(after, event.task, (task) => endedLines(after, task, view));
    case 'task-breached':
      return said('warning', 'warn', [strong(event.task), ` ${breachSentence(event.breach)}`], view);
    case 'task-git-changed':
      return said('warning', 'warn', [strong(event.task), `: ${gitChangedSentence(event)}`], view);
    case 'task-stopped':
      return said(
        'waiting',
        'dim',
        [strong(event.task), event.commit === undefined ? ' stopped.' : ' stopped; its work is kept.'],
        view,
      );
    case 'task-retried':
      return said('waiting', 'warn', [strong(event.task), `: ${retryText(event, t)}`], view);
    case 'run-paused':
      return said('waiting', 'warn', [`paused for ${duration(secondsBetween(t, event.until))}: ${event.why}`], view);
    case 'wave-started':
    case 'run-finished':
      return before === undefined || before.wave === 0 ? [] : [waveLine(before, view)];
    case 'run-replanned':
      return said('waiting', 'dim', [replanText(event)], view);
    case 'run-resumed':
      return said('waiting', 'dim', [resumedText(after)], view);
    case 'run-interrupted':
      return said(
        'held',
        'warn',
        [`stopped: ${sentence(event.why)} Go on with:  `, { text: typed('breakwater resume', view), whole: true }],
        view,
      );
    case 'run-abandoned':
      return said('held', 'warn', ['given up: its worktrees were taken away, its branches are kept'], view);
    case 'batch-failed':
      return said('waiting', 'dim', [batchFailedText(event)], view);
    case 'base-moved':
      return said('warning', 'warn', [baseMovedText(event, after)], view);
    case 'base-red':
      return said('warning', 'warn', [baseRedText(event)], view);
    case 'note':
      return said('warning', 'warn', event.task === undefined ? [event.text] : [strong(event.task), `: ${event.text}`], view);
    default:
      return [];
  }
}

function withTask(state: RunState, id: TaskId, lines: (task: TaskRun) => readonly string[]): readonly string[] {
  const task = taskNamed(state, id);
  return task === undefined ? [] : lines(task);
}

function endedLines(run: RunState, task: TaskRun, view: View): readonly string[] {
  const { state } = task;
  if (state.state === 'held')
    return said('held', 'warn', [strong(task.id), ` held: ${sentence(heldSentence(state))} ${keptSentence(run, task)}`], view);
  if (state.state === 'failed')
    return said(
      'failed',
      'bad',
      [strong(task.id), ` failed: ${sentence(failedSentence(state))} ${keptSentence(run, task)}`],
      view,
    );
  return state.state === 'blocked' ? said('failed', 'dim', [strong(task.id), ` blocked: needs ${state.by}`], view) : [];
}

function said(sign: keyof Signs, role: Role, text: Line, view: View): readonly string[] {
  return wrapLine([{ text: signsOf(view)[sign], role }, ' '], text, lineWidth(view), view);
}

function resumedText(state: RunState): string {
  return `resumed: ${tasksIn(state, 'integrated').length} of ${count(state.tasks.length, 'task')} were done`;
}
