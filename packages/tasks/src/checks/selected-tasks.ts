import type { Diagnostic } from '@breakwater/model';
import { diagnosticOf } from '../text/fault.js';
import { didYouMean } from '../text/nearest-name.js';
import { quoted } from '../text/quoted.js';
import { spotOf, type TaskList } from './task-list.js';

/** Ids of --only that are no task of the file, or are disabled there. */
export function selectedTasks({ only = [], tasks }: TaskList): readonly Diagnostic[] {
  const ids = new Map(tasks.flatMap((task) => (task.id === undefined ? [] : [[task.id, task] as const])));
  return only.flatMap((wanted) => {
    const task = ids.get(wanted);
    if (task === undefined) {
      const hint = didYouMean(wanted, ids.keys()) ?? `Tasks: ${[...ids.keys()].join(', ')}.`;
      return [diagnosticOf({ code: 'E_TASK_UNKNOWN', message: `${quoted(wanted)} is selected and is no task`, hint })];
    }
    if (task.written?.disabled !== true) return [];
    return [
      diagnosticOf({
        code: 'E_TASK_UNKNOWN',
        message: `${quoted(wanted)} is selected and is disabled`,
        at: spotOf(task, ['disabled']),
        hint: 'Remove its line   disabled: true',
      }),
    ];
  });
}
