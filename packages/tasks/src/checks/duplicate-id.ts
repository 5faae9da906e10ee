import type { Diagnostic } from '@breakwater/model';
import { diagnosticOf } from '../text/fault.js';
import { quoted } from '../text/quoted.js';
import { placeOfSpot } from '../text/source.js';
import { type ReadTask, spotOf, type TaskList } from './task-list.js';

/** Two tasks with one id, also when only case or Unicode form differs: they would share a branch on some file systems. */
export function duplicateId({ tasks }: TaskList): readonly Diagnostic[] {
  const first = new Map<string, ReadTask>();
  const faults: Diagnostic[] = [];
  for (const task of tasks) {
    if (task.id === undefined) continue;
    const folded = task.id.normalize('NFC').toLowerCase();
    const other = first.get(folded);
    if (other === undefined) first.set(folded, task);
    else faults.push(duplicate(task, task.id, other));
  }
  return faults;
}

function duplicate(task: ReadTask, id: string, other: ReadTask): Diagnostic {
  const firstSpot = spotOf(other, ['id']);
  const { file, line } = placeOfSpot(firstSpot);
  const where = firstSpot.source.path === task.located.spot.source.path ? `on line ${line}` : `in ${file}`;
  return diagnosticOf({
    code: 'E_TASK_DUPLICATE',
    message:
      other.id === id
        ? `two tasks have the id ${quoted(id)}`
        : `the ids ${quoted(other.id ?? '')} and ${quoted(id)} are too alike`,
    at: spotOf(task, ['id']),
    related: [{ message: `the first is ${where}`, at: firstSpot }],
    hint: 'Give one of them another id, and check which one dependsOn means.',
  });
}
