import { fileNameOf, type Project, repoPath } from '@breakwater/model';
import type { ProjectClaim } from './project-claim.js';

/** One project for each root: kind and manifest of the first claim, the first name given, the tags of all. */
export function mergeClaims(claims: readonly ProjectClaim[]): readonly Project[] {
  const byRoot = new Map<string, ProjectClaim[]>();
  for (const claim of claims) {
    const others = byRoot.get(claim.root);
    if (others === undefined) byRoot.set(claim.root, [claim]);
    else others.push(claim);
  }
  return [...byRoot.values()].flatMap(merge).sort((a, b) => (a.root < b.root ? -1 : 1));
}

function merge(claims: readonly ProjectClaim[]): readonly Project[] {
  const [first] = claims;
  if (first === undefined) return [];
  const { root, kind } = first;
  const name = claims.find((claim) => claim.name !== undefined)?.name ?? folderName(root);
  const tags = [...new Set(claims.flatMap((claim) => claim.tags))].sort();
  return [{ name, root, tags, manifest: repoPath(first.manifest), kind }];
}

/** The repository's own folder has no name in a commit. */
function folderName(root: string): string {
  return root === '' ? 'root' : fileNameOf(root);
}
