import { type AffectedProjects, folderOf, type Project, type RepositoryIndex } from '@breakwater/model';

/**
 * Which projects changed paths concern, at the commit they changed to. A path belongs to the project with the nearest root above it;
 * dependents are found by manifests, by what the workspace's tool said, and by imports. Names, sorted. Linear in files and imports.
 */
export function affectedProjects(
  { projects, modules }: Pick<RepositoryIndex, 'projects' | 'modules'>,
  changed: readonly string[],
): AffectedProjects {
  const ownerOf = owners(projects);
  const touched = new Set(changed.flatMap((path) => ownerOf(path)?.name ?? []));
  const concernsAll = changed.some((path) => isEverybodys(path, ownerOf(path)));
  const affected = concernsAll
    ? projects.map(({ name }) => name)
    : withDependents(touched, needs({ projects, modules }, ownerOf));
  return { projects: [...touched].sort(), affected: [...new Set(affected)].sort() };
}

type OwnerOf = (path: string) => Project | undefined;

function owners(projects: readonly Project[]): OwnerOf {
  const byRoot = new Map(projects.map((project) => [project.root, project]));
  return (path) => {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const project = byRoot.get(folder);
      if (project !== undefined || folder === '') return project;
    }
  };
}

/** What lies at the top or in no project may set up the build of any; texts for people do not. */
function isEverybodys(path: string, owner: Project | undefined): boolean {
  const isShared = owner === undefined || (owner.root === '' && !path.includes('/'));
  return isShared && !/\.(?:md|mdx|txt)$|^LICEN[CS]E$/i.test(path);
}

/** By name: the projects that need it. */
function needs({ projects, modules }: Pick<RepositoryIndex, 'projects' | 'modules'>, ownerOf: OwnerOf): Dependents {
  const dependents = new Map<string, Set<string>>();
  const add = (name: string, dependent: string): void => {
    const known = dependents.get(name);
    if (known === undefined) dependents.set(name, new Set([dependent]));
    else known.add(dependent);
  };
  for (const { name, dependsOn = [] } of projects) for (const one of dependsOn) add(one, name);
  for (const [path, { imports }] of modules) {
    const from = ownerOf(path);
    const into = imports.flatMap(({ target }) => (target === undefined ? [] : (ownerOf(target) ?? [])));
    if (from !== undefined) for (const { name } of into) add(name, from.name);
  }
  return dependents;
}

type Dependents = ReadonlyMap<string, ReadonlySet<string>>;

function withDependents(names: Iterable<string>, dependents: Dependents): readonly string[] {
  const found = new Set(names);
  for (const name of found) for (const dependent of dependents.get(name) ?? []) found.add(dependent);
  return [...found];
}
