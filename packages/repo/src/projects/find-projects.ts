import type { IndexedFile, Project } from '@breakwater/model';
import type { Manifests } from '../manifests.js';
import { dotnetProjects } from './dotnet-projects.js';
import { mergeClaims } from './merge-claims.js';
import { nxProjects } from './nx-projects.js';
import { standalonePackages } from './standalone-packages.js';
import { withNeeds } from './with-needs.js';
import { workspacePackages } from './workspace-packages.js';

/** The projects of a tree, sorted by root, at most one for each root; and what was wrong with their manifests. */
export function findProjects(
  manifests: Manifests,
  files: readonly IndexedFile[],
): { readonly projects: readonly Project[]; readonly notes: readonly string[] } {
  const workspaces = workspacePackages(manifests);
  const dotnet = dotnetProjects(manifests, files);
  // The first that speaks about a folder gives it its kind.
  const claims = [
    ...nxProjects(manifests),
    ...workspaces.claims,
    ...dotnet.claims,
    ...standalonePackages(manifests, workspaces.roots),
  ];
  const projects = withNeeds(mergeClaims(claims), manifests);
  return { projects, notes: [...workspaces.notes, ...dotnet.notes, ...equalNames(projects)] };
}

function equalNames(projects: readonly Project[]): readonly string[] {
  const roots = new Map<string, string[]>();
  for (const { name, root } of projects) roots.set(name, [...(roots.get(name) ?? []), root || '.']);
  return [...roots].flatMap(([name, all]) =>
    all.length > 1 ? [`${all.length} projects are called ${name}: ${all.slice(0, 5).join(', ')}`] : [],
  );
}
