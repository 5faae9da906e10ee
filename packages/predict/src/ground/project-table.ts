import type { Project } from '@breakwater/model';
import { folderOf } from '@breakwater/model';

/** Which project a path belongs to: the one with the nearest root above it. */
export interface ProjectTable {
  readonly all: readonly Project[];
  projectOf(path: string): Project | undefined;
}

export function projectTable(projects: readonly Project[]): ProjectTable {
  const byRoot = new Map<string, Project>();
  for (const project of projects) if (!byRoot.has(project.root)) byRoot.set(project.root, project);
  const byFolder = new Map<string, Project | undefined>();
  const around = (folder: string): Project | undefined => {
    const own = byRoot.get(folder);
    if (own !== undefined || folder === '') return own;
    if (!byFolder.has(folder)) byFolder.set(folder, around(folderOf(folder)));
    return byFolder.get(folder);
  };
  return { all: projects, projectOf: (path) => around(folderOf(path)) };
}
