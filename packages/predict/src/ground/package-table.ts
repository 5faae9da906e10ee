import type { ModuleRecord, RepoPath, RepositoryIndex, TextFacts } from '@breakwater/model';
import { readTerms } from '@breakwater/text';
import { onceEach } from './once-each.js';

/** The packages from outside that the repository's files import. */
export interface PackageTable {
  /** Files that import the package, sorted; undefined when none does. */
  importers(name: string): readonly RepoPath[] | undefined;
}

/** Modules of the runtime are no dependencies. */
const RUNTIME =
  /^(?:node:.*|assert|buffer|child_process|crypto|events|fs|http|https|module|net|os|path|process|stream|timers|tls|tty|url|util|vm|worker_threads|zlib)$/;

/**
 * `terms`: what `texts` was asked for. Reading the imports of a file costs more than knowing its words, so they are read only where a
 * file says the rarest word of a package's name, or where nobody knows what it says.
 */
export function packageTable(
  { files, modules }: Pick<RepositoryIndex, 'files' | 'modules'>,
  texts: TextFacts,
  terms: ReadonlySet<string>,
): PackageTable {
  // Few packages are imported, and each by many files.
  const nameOf = onceEach(packageOf);
  const imports = (module: ModuleRecord | undefined, name: string): boolean =>
    module?.imports.some(({ specifier, target }) => nameOf(specifier) === name && target === undefined) ?? false;
  return {
    importers: onceEach((name) => {
      const maySay = sayers(name, texts, terms);
      const found = files.filter(({ path }, place) => maySay(place) && imports(modules.get(path), name));
      return found.length === 0 ? undefined : found.map(({ path }) => path).sort();
    }),
  };
}

/** By the place of a file. */
function sayers(name: string, { lengths, postings }: TextFacts, terms: ReadonlySet<string>): (place: number) => boolean {
  const known = readTerms(name).flatMap(({ key }) => (terms.has(key) ? [postings.get(key)?.files ?? new Uint32Array()] : []));
  const [rarest] = known.sort((a, b) => a.length - b.length);
  if (rarest === undefined) return () => true;
  const saying = new Set(rarest);
  return (place) => saying.has(place) || lengths[place] === 0;
}

/** `@scope/name` of `@scope/name/sub`, `name` of `name/sub`; undefined for a relative path, an alias or the runtime. */
function packageOf(specifier: string): string | undefined {
  const name = /^(?:@[\w.-]+\/)?[\w][\w.-]*/.exec(specifier)?.[0];
  return name === undefined || RUNTIME.test(name) || RUNTIME.test(specifier) ? undefined : name;
}
