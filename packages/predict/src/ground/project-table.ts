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
  const projectOf = (path: string): Project | undefined => {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const project = byRoot.get(folder);
      if (project !== undefined || folder === '') return project;
    }
  };
  return { all: projects, projectOf };
}
