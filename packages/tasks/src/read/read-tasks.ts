import type { ChosenTasks } from '../find/choose-tasks.js';
import type { Around } from '../find/folders-upward.js';
import { shownPath } from '../find/shown-path.js';
import { readSource } from '../text/read-source.js';
import { noTasks } from './no-tasks.js';
import { readList } from './read-list.js';
import { readMarkdown } from './read-markdown.js';
import { faultySheet, type Sheet } from './sheet.js';
import { MOST_TASKS, tooManyTasks } from './too-many-tasks.js';

/** Reads the files and checks the form of everything in them. */
export async function readTasks(chosen: ChosenTasks, { cwd, root }: Around): Promise<Sheet> {
  const { paths, form, namedAt, shown } = chosen;
  if (paths.length === 0) return faultySheet([noTasks(shown, namedAt)]);
  if (paths.length > MOST_TASKS) return faultySheet([tooManyTasks(shown, paths.length, namedAt)]);
  const named = namedAt === undefined ? {} : { namedAt };
  const wanted = paths.map((path) => ({ area: 'TASKS', file: shownPath(path, cwd, root), path, ...named }) as const);
  const sources = await Promise.all(wanted.map(readSource));
  const sheets = sources.map((source) => (source.ok ? READERS[form](source.value) : faultySheet([source.error])));
  return {
    tasks: sheets.flatMap(({ tasks }) => tasks),
    complete: sheets.every(({ complete }) => complete),
    defaults: sheets.find(({ defaults }) => defaults !== undefined)?.defaults,
    faults: sheets.flatMap(({ faults }) => faults),
  };
}

const READERS = { list: readList, markdown: readMarkdown };
