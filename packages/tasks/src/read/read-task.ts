import type { Diagnostic } from '@breakwater/model';
import type { ReadTask } from '../checks/task-list.js';
import { type Located, textAt } from '../parse/located.js';
import { checkShape } from '../schema/check-shape.js';
import { writtenTask } from '../schema/written-task.js';
import { quoted } from '../text/quoted.js';

/** One task, the `nth` of its file counted from 1, with the faults of its form. */
export function readTask(located: Located, nth: number): { readonly task: ReadTask; readonly faults: readonly Diagnostic[] } {
  const id = textAt(located, ['id']);
  const name = `task ${id === undefined || id === '' ? nth : quoted(id)}`;
  const { value: whole, fields: written, faults } = checkShape(writtenTask, located, ` of ${name}`);
  return { task: { located, name, id, written, whole }, faults };
}
