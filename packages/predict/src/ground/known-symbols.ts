import { componentName, type RepositoryIndex } from '@breakwater/model';

/** Which names can be symbols of this repository. */
export interface KnownSymbols {
  isExported(name: string): boolean;
  /** Some files are in a language whose symbols the index does not list; any capitalised name may be one of theirs. */
  readonly unlisted: boolean;
}

const known = new WeakMap<RepositoryIndex, KnownSymbols>();

/** One for every index: questions need them before anything else is known. Gathered when the first name is asked about. */
export function knownSymbols(index: RepositoryIndex): KnownSymbols {
  const found = known.get(index) ?? symbolsOf(index);
  known.set(index, found);
  return found;
}

function symbolsOf({ files, modules }: RepositoryIndex): KnownSymbols {
  let exported: ReadonlySet<string> | undefined;
  return {
    isExported: (name) => {
      exported ??= gather(modules);
      return exported.has(name);
    },
    unlisted: files.some(({ path }) => path.endsWith('.cs')),
  };
}

function gather(modules: RepositoryIndex['modules']): ReadonlySet<string> {
  const exported = new Set<string>();
  for (const [path, { exports }] of modules) {
    for (const name of exports) if (name !== 'default') exported.add(name);
    const component = componentName(path);
    if (component !== undefined) exported.add(component);
  }
  return exported;
}
