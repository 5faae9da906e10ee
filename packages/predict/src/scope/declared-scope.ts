import type { Project } from '@breakwater/model';
import type { Ground } from '../ground/ground.js';
import { NO_SCOPE, type Scope } from './scope.js';

/** What the author declared: project names, tags (`tag:x`, or plain), folders. What names none of these covers nothing. */
export function declaredScope(entries: readonly string[], ground: Ground): Scope {
  const [label] = entries;
  if (label === undefined) return NO_SCOPE;
  const projects = new Set(entries.flatMap((entry) => projectsNamed(entry, ground)));
  const folders = entries.filter((entry) => projectsNamed(entry, ground).length === 0).map(folderName);
  const about = [...projects, ...folders.flatMap((folder) => projectsAt(folder, ground))];
  const covers = (path: string): boolean => {
    if (folders.some((folder) => folder === '' || path.startsWith(`${folder}/`))) return true;
    const project = ground.projects.projectOf(path);
    return project !== undefined && projects.has(project);
  };
  return { names: [...new Set(about.map(({ name }) => name))].sort(), declared: true, label, covers };
}

function projectsNamed(entry: string, { projects }: Ground): readonly Project[] {
  const named = projects.all.filter(({ name }) => name === entry);
  if (named.length > 0) return named;
  const tag = entry.replace(/^tag:/, '');
  return projects.all.filter(({ tags }) => tags.includes(entry) || tags.includes(tag));
}

/** '' for the root, whatever its spelling. */
function folderName(entry: string): string {
  const folder = entry.replace(/^\.\//, '').replace(/(?:\/\*{1,2})*\/*$/, '');
  return folder === '.' || folder === '**' ? '' : folder;
}

/** The projects inside a folder, or else the one it lies in. */
function projectsAt(folder: string, { projects, paths }: Ground): readonly Project[] {
  if (folder === '') return projects.all;
  if (!paths.isFolder(folder)) return [];
  const inside = projects.all.filter(({ root }) => root === folder || root.startsWith(`${folder}/`));
  const around = projects.projectOf(`${folder}/-`);
  return inside.length > 0 || around === undefined ? inside : [around];
}
