import { lstat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Diagnostic, err, ok, type Result } from '@breakwater/model';
import { type Located, spotAt } from '../parse/located.js';
import { diagnosticOf } from '../text/fault.js';
import type { Spot } from '../text/source.js';
import { type Around, foldersUpward } from './folders-upward.js';
import { markdownFiles } from './markdown-files.js';
import type { ReadConfig } from './read-config.js';
import { shownPath } from './shown-path.js';

/** The files that hold the tasks. */
export interface ChosenTasks {
  /** As it is shown: the file, folder or glob. */
  readonly shown: string;
  /** Absolute; one file with a list of tasks, or any number of Markdown files with one task each. */
  readonly paths: readonly string[];
  readonly form: 'list' | 'markdown';
  /** Where the configuration names them. */
  readonly namedAt?: Spot;
  readonly warnings: readonly Diagnostic[];
}

/** What a tasks file is called that is found without being named, the one that is taken first. */
export const TASKS_FILES = ['breakwater.tasks.yaml', 'breakwater.tasks.yml', 'breakwater.tasks.json'];

/** The tasks a person named, or those the configuration names, or the nearest tasks file up to the top of the repository. */
export async function chooseTasks(
  around: Around,
  tasksFile: string | undefined,
  config: ReadConfig,
): Promise<Result<ChosenTasks, readonly Diagnostic[]>> {
  if (tasksFile !== undefined) return ok(await named(resolve(around.cwd, tasksFile), around));
  if (config.config.tasks !== undefined)
    return ok(await named(resolve(config.folder ?? around.root, config.config.tasks), around, config.located));
  const folders = await foldersUpward(around);
  const found = await existing(folders.flatMap((folder) => TASKS_FILES.map((name) => join(folder, name))));
  const [first, ...others] = found;
  const shown = (path: string): string => shownPath(path, around.cwd, around.root);
  if (first === undefined) return err([notFound(folders.map((folder) => shown(folder) || '.'))]);
  return ok({
    shown: shown(first),
    paths: [first],
    form: 'list',
    warnings: others.length === 0 ? [] : [passedOver(shown(first), others.map(shown))],
  });
}

async function named(path: string, { cwd, root }: Around, config?: Located): Promise<ChosenTasks> {
  const origin = config === undefined ? {} : { namedAt: spotAt(config, ['tasks']) };
  const markdown = await markdownFiles(path);
  const shown = shownPath(path, cwd, root);
  return markdown === undefined
    ? { shown, paths: [path], form: 'list', ...origin, warnings: [] }
    : { shown, paths: markdown, form: 'markdown', ...origin, warnings: [] };
}

/** A link to nothing counts, so that reading it says what is wrong: passed over, another file might be used and nobody would know. */
async function existing(paths: readonly string[]): Promise<readonly string[]> {
  const there = await Promise.all(
    paths.map((path) =>
      lstat(path).then(
        () => true,
        () => false,
      ),
    ),
  );
  return paths.filter((_, at) => there[at]);
}

function notFound(folders: readonly string[]): Diagnostic {
  return diagnosticOf({
    code: 'E_TASKS_READ',
    message: 'there is no tasks file',
    related: folders.map((folder) => ({ message: `looked in ${folder} for ${TASKS_FILES.join(', ')}` })),
    hint: 'Write one to start from:  breakwater init  Or name yours:  --tasks FILE',
  });
}

function passedOver(winner: string, others: readonly string[]): Diagnostic {
  return diagnosticOf({
    severity: 'warning',
    code: 'W_TASKS_IGNORED',
    message: `${winner} is used, so ${others.join(' and ')} ${others.length === 1 ? 'is' : 'are'} not read`,
    hint: 'Tasks files are not merged: keep one, or name one with --tasks.',
  });
}
