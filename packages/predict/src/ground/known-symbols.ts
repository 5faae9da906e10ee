import type { RepositoryIndex } from '@breakwater/model';

/** Which names can be symbols of this repository. */
export interface KnownSymbols {
  readonly exported: ReadonlySet<string>;
  /** Some files are in a language whose symbols the index does not list; any capitalised name may be one of theirs. */
  readonly unlisted: boolean;
}

const known = new WeakMap<RepositoryIndex, KnownSymbols>();

/** Gathered once for every index: questions need them before anything else is known. */
export function knownSymbols(index: RepositoryIndex): KnownSymbols {
  const found = known.get(index) ?? gather(index);
  known.set(index, found);
  return found;
}

function gather({ files, modules }: RepositoryIndex): KnownSymbols {
  const exported = new Set<string>();
  for (const { exports } of modules.values()) for (const name of exports) if (name !== 'default') exported.add(name);
  return { exported, unlisted: files.some(({ path }) => path.endsWith('.cs')) };
}
