import type { KnownProject } from '@breakwater/model';
import type { ProjectGraph } from './nx-types.js';

/** Nx's project graph as plain data, sorted by name. */
export function projectsOf({ nodes, dependencies }: ProjectGraph): readonly KnownProject[] {
  return Object.values(nodes)
    .map(({ name, data }) => ({
      name,
      root: data.root === '.' ? '' : data.root,
      tags: [...(data.tags ?? [])].sort(),
      dependsOn: needed(dependencies, name).filter((one) => Object.hasOwn(nodes, one)),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Each once, sorted. A project may be called as what every object has. */
function needed(dependencies: ProjectGraph['dependencies'], name: string): readonly string[] {
  const found = Object.hasOwn(dependencies, name) ? (dependencies[name] ?? []) : [];
  return [...new Set(found.map(({ target }) => target))].sort();
}
