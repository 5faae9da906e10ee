import type { Diagnostic } from '@breakwater/model';
import { diagnosticOf } from '../text/fault.js';
import { didYouMean } from '../text/nearest-name.js';
import { quoted } from '../text/quoted.js';
import { faultAt } from './fault-at.js';
import type { ReadTask, TaskList } from './task-list.js';

/** Ids of --only that are no task of the file, or are disabled there. */
export function selectedTasks({ only = [], tasks, complete }: TaskList): readonly Diagnostic[] {
  const byId = new Map(tasks.flatMap((task) => (task.id === undefined ? [] : [[task.id, task] as const])));
  return only.flatMap((wanted) => {
    const task = byId.get(wanted);
    if (task === undefined) return complete ? [unknown(wanted, [...byId.keys()])] : [];
    return task.written.disabled === true ? [disabled(task, wanted)] : [];
  });
}

const SOME = 10;

function unknown(wanted: string, ids: readonly string[]): Diagnostic {
  const more = ids.length > SOME ? ` and ${ids.length - SOME} more` : '';
  const hint = didYouMean(wanted, ids) ?? `Tasks: ${ids.slice(0, SOME).map(quoted).join(', ')}${more}.`;
  return diagnosticOf({ code: 'E_TASK_UNKNOWN', message: `${quoted(wanted)} is selected and is no task`, hint });
}

function disabled(task: ReadTask, wanted: string): Diagnostic {
  const message = `${quoted(wanted)} is selected and is disabled`;
  return faultAt(task.located, ['disabled'], { code: 'E_TASK_UNKNOWN', message, hint: 'Remove its line   disabled: true' });
}
