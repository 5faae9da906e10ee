import { type Diagnostic, err, ok, type Place, type Result, type TaskId } from '@breakwater/model';
import { taskChecks } from './checks/task-checks.js';
import type { TaskList } from './checks/task-list.js';
import { chooseTasks } from './find/choose-tasks.js';
import { type ReadConfig, readConfig } from './find/read-config.js';
import type { LoadedTasks, TasksWhere } from './loaded.js';
import { spotAt } from './parse/located.js';
import { noTasks } from './read/no-tasks.js';
import { readTasks } from './read/read-tasks.js';
import { resolveTask } from './resolve/resolve-task.js';
import { limited } from './text/limited.js';
import { placeOfSpot } from './text/source.js';

/**
 * Finds, reads and checks the tasks and the configuration they run under. Nothing is run or written. Errors: all faults of
 * the files at once, each with its place; a warning among them would not have stopped alone.
 */
export async function loadTasks(where: TasksWhere): Promise<Result<LoadedTasks, readonly Diagnostic[]>> {
  const config = await readConfig(where);
  if (!config.ok) return err(limited(config.error));
  const chosen = await chooseTasks(where, where.tasksFile, config.value);
  if (!chosen.ok) return err(limited(chosen.error));
  const { faults, ...sheet } = await readTasks(chosen.value, where);
  const list: TaskList = { ...sheet, config: config.value.config, only: where.only };
  const found = [...faults, ...taskChecks.flatMap((check) => check(list))];
  const warnings = [...config.value.warnings, ...chosen.value.warnings];
  if (found.some(({ severity }) => severity === 'error')) return err(limited([...warnings, ...found]));
  return loaded(list, { ...config.value, warnings: limited([...warnings, ...found]) }, chosen.value.shown);
}

function loaded(
  list: TaskList,
  { config, file, warnings }: ReadConfig,
  tasksFile: string,
): Result<LoadedTasks, readonly Diagnostic[]> {
  const { defaults, only } = list;
  const enabled = list.tasks.flatMap(({ whole }) => (whole === undefined || whole.disabled === true ? [] : [whole]));
  const wanted = enabled.filter(({ id }) => only === undefined || only.includes(id));
  if (wanted.length === 0) return err([noTasks(tasksFile)]);
  return ok({
    tasks: wanted.map((written) => resolveTask(written, defaults?.written ?? {}, config)),
    config,
    tasksFile,
    ...(file === undefined ? {} : { configFile: file }),
    warnings,
    placeOf: placesOf(list),
  });
}

function placesOf({ tasks }: TaskList): LoadedTasks['placeOf'] {
  const written = new Map(tasks.map(({ id, located }) => [id, located] as const));
  return (task: TaskId, field = 'id'): Place | undefined => {
    const located = written.get(task);
    return located === undefined ? undefined : placeOfSpot(spotAt(located, field.split('.')));
  };
}
