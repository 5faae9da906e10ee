import type { RepositoryIndex } from '@breakwater/model';
import { isRelative } from '../resolve/is-relative.js';

/**
 * Tells whether a specifier names a package that is not in the repository: it was not resolved, and nothing that
 * begins like it (`@acme`, `lodash`, `~`) was resolved anywhere, else it may be a file that only a build makes.
 */
export function outsideOf({ modules }: Pick<RepositoryIndex, 'modules'>): (specifier: string) => boolean {
  const inside = new Set<string>();
  for (const { imports } of modules.values()) {
    for (const { specifier, target } of imports) if (target !== undefined) inside.add(firstSegment(specifier));
  }
  return (specifier) => !isRelative(specifier) && !inside.has(firstSegment(specifier));
}

function firstSegment(specifier: string): string {
  const cut = specifier.indexOf('/');
  return cut === -1 ? specifier : specifier.slice(0, cut);
}
