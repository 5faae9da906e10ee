import type { Config, Diagnostic } from '@breakwater/model';
import { type Located, type Path, spotAt } from '../parse/located.js';
import type { WrittenDefaults, WrittenTask } from '../schema/written-task.js';
import type { Spot } from '../text/source.js';

/** One task as it was read. */
export interface ReadTask {
  readonly located: Located;
  /** `task "a"`, or `task 3` when it has no usable id. */
  readonly name: string;
  /** The id as written, allowed or not. */
  readonly id: string | undefined;
  /** The fields whose form is right; the others were complained about already. */
  readonly written: Partial<WrittenTask>;
  /** The same when nothing is wrong. */
  readonly whole: WrittenTask | undefined;
}

/** All tasks as read, in the order of the file, before anything between them was checked. */
export interface TaskList {
  readonly tasks: readonly ReadTask[];
  /** False: a file could not be read, so there may be tasks nobody knows of. */
  readonly complete: boolean;
  /** Of the file; with its place for checks. */
  readonly defaults: { readonly written: WrittenDefaults; readonly located: Located } | undefined;
  readonly config: Config;
  /** Ids named by --only; undefined: all. */
  readonly only: readonly string[] | undefined;
}

/** One rule about tasks, which finds every place that breaks it. */
export type TaskCheck = (list: TaskList) => readonly Diagnostic[];

export function spotOf(task: ReadTask, path: Path): Spot {
  return spotAt(task.located, path);
}
