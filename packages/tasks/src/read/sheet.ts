import type { Diagnostic } from '@breakwater/model';
import type { ReadTask, TaskList } from '../checks/task-list.js';

/** What files of tasks hold: the tasks and defaults whose form could be judged, and all faults so far. */
export interface Sheet {
  readonly tasks: readonly ReadTask[];
  /** False: a file could not be read. */
  readonly complete: boolean;
  readonly defaults: TaskList['defaults'];
  readonly faults: readonly Diagnostic[];
}

export function faultySheet(faults: readonly Diagnostic[]): Sheet {
  return { tasks: [], complete: false, defaults: undefined, faults };
}
