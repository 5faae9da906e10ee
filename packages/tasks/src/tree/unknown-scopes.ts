import type { Diagnostic, RepositoryIndex } from '@breakwater/model';
import type { LoadedTasks } from '../loaded.js';
import { MOST_SHOWN } from '../text/limited.js';
import { didYouMean } from '../text/nearest-name.js';
import { quoted } from '../text/quoted.js';
import { foldersOf } from './folders-of.js';

/** A scope that is no project, tag or folder of the base commit. */
export function unknownScopes({ tasks, placeOf }: LoadedTasks, index: RepositoryIndex): readonly Diagnostic[] {
  const folders = foldersOf(index);
  const names = new Set(index.projects.flatMap(({ name, tags }) => [name, ...tags]));
  const known = (scope: string): boolean =>
    names.has(scope) ||
    names.has(scope.replace(/^tag:/, '')) ||
    ['', '.'].includes(folderName(scope)) ||
    folders.has(folderName(scope));
  const unknown = tasks.flatMap((task) => task.scope.flatMap((scope, at) => (known(scope) ? [] : [{ task, scope, at }])));
  return unknown.map(({ task, scope, at }, nth) => {
    const place = placeOf(task.id, `scope.${at}`);
    // The nearest of thousands of folders takes a while; what is not shown needs no hint.
    const hint = (nth < MOST_SHOWN ? meant(scope, index, [...names, ...folders]) : undefined) ?? projectList(index);
    return unknownScope(`task ${quoted(task.id)}`, scope, place, hint);
  });
}

/** `medusa` for `@acme/medusa`, when only one project ends so: people leave out what all names of a workspace begin with. */
function meant(scope: string, { projects }: RepositoryIndex, candidates: readonly string[]): string | undefined {
  const [only, ...others] = projects.filter(({ name }) => name.endsWith(`/${scope}`));
  return only !== undefined && others.length === 0 ? `Did you mean ${quoted(only.name)}?` : didYouMean(scope, candidates);
}

/** `libs/cart/`, `libs/cart/**` and `libs/cart` are one folder. */
function folderName(scope: string): string {
  return scope.replace(/(?:\/\*{1,2})*\/*$/, '');
}

const SOME = 10;

function projectList({ projects }: RepositoryIndex): string {
  const names = projects.map(({ name }) => name).sort();
  if (names.length === 0) return 'This commit has no projects: name a folder.';
  const more = names.length > SOME ? ` and ${names.length - SOME} more` : '';
  return `Projects: ${names.slice(0, SOME).join(', ')}${more}.`;
}

function unknownScope(task: string, scope: string, place: Diagnostic['place'], hint: string): Diagnostic {
  const message = `${quoted(scope)} in scope of ${task} is no project, tag or folder of the base commit`;
  return { severity: 'error', code: 'E_SCOPE_UNKNOWN', message, ...(place === undefined ? {} : { place }), hint };
}
