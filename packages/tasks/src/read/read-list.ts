import { newerVersion } from '../checks/newer-version.js';
import { entryOf, type Located, spotAt } from '../parse/located.js';
import { parseSource } from '../parse/parse-source.js';
import { checkShape } from '../schema/check-shape.js';
import { writtenDefaults, writtenFrame } from '../schema/written-task.js';
import type { Source } from '../text/source.js';
import { noTasks } from './no-tasks.js';
import { readTask } from './read-task.js';
import { faultySheet, type Sheet } from './sheet.js';
import { MOST_TASKS, tooManyTasks } from './too-many-tasks.js';

/** A file with a list of tasks. Each task is judged for itself, so that one that is wrong does not hide the faults of others. */
export function readList(source: Source): Sheet {
  const { value: file, faults } = parseSource(source);
  if (file === undefined) return faultySheet(faults.length > 0 ? faults : [noTasks(source.file)]);
  const newer = newerVersion(file);
  if (newer.length > 0) return faultySheet(newer);
  const judged = judgedFile(file);
  return { ...judged, faults: [...faults, ...judged.faults] };
}

function judgedFile(file: Located): Sheet {
  const { faults } = checkShape(writtenFrame, file);
  const items = itemsOf(entryOf(file, 'tasks')?.value);
  if (items === undefined) return faultySheet(faults);
  if (items.length === 0) return faultySheet([...faults, noTasks(file.spot.source.file, spotAt(file, ['tasks']))]);
  if (items.length > MOST_TASKS)
    return faultySheet([...faults, tooManyTasks(file.spot.source.file, items.length, spotAt(file, ['tasks']))]);
  const read = items.map((item, at) => readTask(item, at + 1));
  const defaults = judgedDefaults(entryOf(file, 'defaults')?.value);
  return {
    tasks: read.map(({ task }) => task),
    complete: true,
    defaults: defaults?.defaults,
    faults: [...faults, ...(defaults?.faults ?? []), ...read.flatMap((one) => one.faults)],
  };
}

/** Nothing below `tasks:` is a list without tasks; undefined is no list, which is a fault of form. */
function itemsOf(tasks: Located | undefined): readonly Located[] | undefined {
  if (tasks === undefined || (tasks.kind === 'scalar' && tasks.value === null)) return [];
  return tasks.kind === 'list' ? tasks.items : undefined;
}

function judgedDefaults(located: Located | undefined): Pick<Sheet, 'defaults' | 'faults'> | undefined {
  if (located === undefined) return undefined;
  const { fields: written, faults } = checkShape(writtenDefaults, located, ' of the defaults');
  return { defaults: { written, located }, faults };
}
