import type { Project } from '@breakwater/model';
import { folderOf } from '@breakwater/model';
import { onceEach } from './once-each.js';

/** Which project a path belongs to: the one with the nearest root above it. */
export interface ProjectTable {
  readonly all: readonly Project[];
  projectOf(path: string): Project | undefined;
  /** That of a folder: '' is the root. */
  projectAround(folder: string): Project | undefined;
}

export function projectTable(projects: readonly Project[]): ProjectTable {
  const byRoot = new Map<string, Project>();
  for (const project of projects) if (!byRoot.has(project.root)) byRoot.set(project.root, project);
  const projectAround = onceEach((folder: string): Project | undefined => {
    const own = byRoot.get(folder);
    return own !== undefined || folder === '' ? own : projectAround(folderOf(folder));
  });
  return { all: projects, projectAround, projectOf: (path) => projectAround(folderOf(path)) };
}
