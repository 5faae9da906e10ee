import type { RepositoryIndex } from '@breakwater/model';

/** Which names can be symbols of this repository. */
export interface KnownSymbols {
  readonly exported: ReadonlySet<string>;
  /** Some files are in a language whose symbols the index does not list; any capitalised name may be one of theirs. */
  readonly unlisted: boolean;
}

export function knownSymbols({ files, modules }: RepositoryIndex): KnownSymbols {
  const exported = new Set<string>();
  for (const { exports } of modules.values()) for (const name of exports) if (name !== 'default') exported.add(name);
  return { exported, unlisted: files.some(({ path }) => path.endsWith('.cs')) };
}
