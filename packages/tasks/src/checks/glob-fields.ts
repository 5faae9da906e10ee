import type { Diagnostic } from '@breakwater/model';
import { globProblems } from './glob-problems.js';
import type { TaskList } from './task-list.js';

/** Globs of tasks that cannot be used. */
export function globFields(list: TaskList): readonly Diagnostic[] {
  return list.tasks.flatMap(({ located, written }) => [
    ...globProblems(written.writes ?? [], located, ['writes']),
    ...globProblems(written.reads ?? [], located, ['reads']),
  ]);
}
