import type { KnownProject } from '@breakwater/model';
import type { ProjectGraph } from './nx-types.js';

/** Nx's project graph as plain data, sorted by name. */
export function projectsOf({ nodes, dependencies }: ProjectGraph): readonly KnownProject[] {
  return Object.values(nodes)
    .map(({ name, data }) => ({
      name,
      root: data.root === '.' ? '' : data.root,
      tags: [...(data.tags ?? [])].sort(),
      dependsOn: [...new Set((dependencies[name] ?? []).map(({ target }) => target))].filter((one) => one in nodes).sort(),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
