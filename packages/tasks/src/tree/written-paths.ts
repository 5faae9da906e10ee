import type { Place, Task } from '@breakwater/model';
import type { LoadedTasks } from '../loaded.js';

/** One glob of a task, and where it was written. */
export interface WrittenPath {
  readonly task: Task;
  readonly field: 'writes' | 'reads';
  readonly pattern: string;
  readonly place: Place | undefined;
}

/** Every glob that adds files, in the order of the file. */
export function writtenPaths({ tasks, placeOf }: LoadedTasks): readonly WrittenPath[] {
  return tasks.flatMap((task) =>
    (['writes', 'reads'] as const).flatMap((field) =>
      task[field].flatMap((pattern, at) =>
        pattern.startsWith('!') ? [] : [{ task, field, pattern, place: placeOf(task.id, `${field}.${at}`) }],
      ),
    ),
  );
}

/** A glob without special characters is the path of one file. */
export function isPlain(pattern: string): boolean {
  return !/[*?[\]{}\\]/.test(pattern) && !pattern.endsWith('/');
}
