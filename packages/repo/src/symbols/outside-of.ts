import type { RepositoryIndex } from '@breakwater/model';
import { isRelative } from '../resolve/is-relative.js';

/** What resolved specifiers begin with (`@acme`, `lodash`, `~`), sorted; relative ones left out. */
export function insideOf({ modules }: Pick<RepositoryIndex, 'modules'>): readonly string[] {
  const inside = new Set<string>();
  for (const { imports } of modules.values()) {
    for (const { specifier, target } of imports) {
      if (!isRelative(specifier) && target !== undefined) inside.add(firstSegment(specifier));
    }
  }
  return [...inside].sort();
}

/**
 * Tells whether a specifier names a package that is not in the repository: nothing that begins like it was resolved anywhere, else it
 * may be a file that only a build makes.
 */
export function outsideOf(inside: readonly string[]): (specifier: string) => boolean {
  const known = new Set(inside);
  return (specifier) => !isRelative(specifier) && !NO_PACKAGE.test(specifier) && !known.has(firstSegment(specifier));
}

/** Aliases and inner names, which lead into the repository if anywhere. */
const NO_PACKAGE = /^(?:[#~$/]|@{1,2}\/)/;

function firstSegment(specifier: string): string {
  const cut = specifier.indexOf('/');
  return cut === -1 ? specifier : specifier.slice(0, cut);
}
