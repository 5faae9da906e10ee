import { folderOf, type ImportEdge, type RepoPath, type RepositoryIndex } from '@breakwater/model';
import { joinPath } from '../join-path.js';
import { isRelative } from '../resolve/is-relative.js';
import { splitSpecifier } from '../resolve/packages.js';

/**
 * Files with an import that could not be resolved and that may mean one of `targets`: a subpath of a package under whose
 * name a file of the same project was found elsewhere, or a relative path into the project. The search for users must not
 * lose them.
 */
export function possibleImporters(index: RepositoryIndex, targets: ReadonlySet<string>): ReadonlySet<RepoPath> {
  const roots = new Set([...targets].map((target) => projectRoot(index, target)));
  const names = namesOfProjects(index, roots);
  const found = new Set<RepoPath>();
  for (const [path, { imports }] of index.modules) {
    if (imports.some((edge) => edge.target === undefined && mayMean(path, edge, { roots, names }))) found.add(path);
  }
  return found;
}

interface Meant {
  readonly roots: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

function mayMean(path: string, { specifier }: ImportEdge, { roots, names }: Meant): boolean {
  if (!isRelative(specifier)) return names.has(splitSpecifier(specifier).name);
  const meant = joinPath(folderOf(path), specifier);
  // In a repository without projects every relative path would do.
  return meant !== undefined && [...roots].some((root) => root !== '' && meant.startsWith(`${root}/`));
}

/** The deepest project around a file, '' when there is none. */
function projectRoot({ projects }: RepositoryIndex, path: string): string {
  const roots = projects.map(({ root }) => root).filter((root) => root !== '' && path.startsWith(`${root}/`));
  return roots.sort((a, b) => b.length - a.length)[0] ?? '';
}

/** Package names that led into one of the projects somewhere. */
function namesOfProjects({ modules }: RepositoryIndex, roots: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { imports } of modules.values()) {
    for (const { specifier, target } of imports) {
      if (target === undefined || isRelative(specifier)) continue;
      if ([...roots].some((root) => root !== '' && target.startsWith(`${root}/`))) names.add(splitSpecifier(specifier).name);
    }
  }
  return names;
}
