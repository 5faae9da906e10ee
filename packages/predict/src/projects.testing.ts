import { type Project, repoPath } from '@breakwater/model';

/** Nx projects from their roots: `{cart: 'libs/cart'}`. */
export function someProjects(
  roots: Readonly<Record<string, string>>,
  tags: Readonly<Record<string, readonly string[]>> = {},
): Project[] {
  return Object.entries(roots)
    .map(([name, root]) => ({
      name,
      root,
      tags: tags[name] ?? [],
      manifest: repoPath(root === '' ? 'package.json' : `${root}/project.json`),
      kind: 'nx' as const,
    }))
    .sort((a, b) => (a.root < b.root ? -1 : 1));
}
