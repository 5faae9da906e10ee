import { fileNameOf, folderOf } from '@breakwater/model';
import type { Manifests } from '../manifests.js';
import { isSample } from './is-sample.js';
import { packageClaim } from './package-claim.js';
import type { ProjectClaim } from './project-claim.js';

/**
 * Packages that belong to no workspace: the repository's root package, and those that lie side by side as `frontend` and
 * `backend` do. One inside another is part of it, the root's own folder excepted, for a root package often holds tools only.
 */
export function standalonePackages({ json }: Manifests, workspaceRoots: readonly string[]): readonly ProjectClaim[] {
  const found: ProjectClaim[] = [];
  for (const [path, manifest] of byDepth(json)) {
    if (fileNameOf(path) !== 'package.json' || isSample(path)) continue;
    const root = folderOf(path);
    const covered =
      workspaceRoots.some((one) => isWithin(root, one)) || found.some((one) => one.root !== '' && isWithin(root, one.root));
    if (!covered) found.push(packageClaim(path, manifest));
  }
  return found;
}

function byDepth<T>(json: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  const depth = (path: string): number => path.split('/').length;
  return [...json].sort(([a], [b]) => depth(a) - depth(b) || (a < b ? -1 : 1));
}

function isWithin(folder: string, ancestor: string): boolean {
  return ancestor === '' || folder === ancestor || folder.startsWith(`${ancestor}/`);
}
