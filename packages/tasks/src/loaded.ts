import type { Config, Diagnostic, Place, Task, TaskId } from '@breakwater/model';

/** Where to look for tasks and configuration. */
export interface TasksWhere extends ConfigWhere {
  /** A tasks file, a Markdown file, a folder or a glob of Markdown files; relative to `cwd`. */
  readonly tasksFile?: string;
  /** Ids; only these tasks. */
  readonly only?: readonly string[];
}

export interface ConfigWhere {
  /** Top folder of the repository; nothing above it is searched. */
  readonly root: string;
  /** Folder the command was started in. */
  readonly cwd: string;
  /** Relative to `cwd`. A file named here may be code. */
  readonly configFile?: string;
}

/** A checked configuration. */
export interface LoadedConfig {
  readonly config: Config;
  /** As it is shown; undefined when all is default. */
  readonly configFile?: string;
  readonly warnings: readonly Diagnostic[];
}

/** Checked tasks, ready to plan. */
export interface LoadedTasks extends LoadedConfig {
  /** In the order of the file; without disabled ones and those not selected. */
  readonly tasks: readonly Task[];
  /** As it is shown: the file, folder or glob. */
  readonly tasksFile: string;
  /** Where a task, or a field of it such as `writes.0`, was written. */
  placeOf(task: TaskId, field?: string): Place | undefined;
}
