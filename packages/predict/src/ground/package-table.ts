import type { ImportEdge, ModuleRecord, RepoPath } from '@breakwater/model';
import { onceEach } from './once-each.js';

/** The packages from outside that the repository's files import. */
export interface PackageTable {
  /** Files that import the package, sorted; undefined when none does. */
  importers(name: string): readonly RepoPath[] | undefined;
}

/** Modules of the runtime are no dependencies. */
const RUNTIME =
  /^(?:node:.*|assert|buffer|child_process|crypto|events|fs|http|https|module|net|os|path|process|stream|timers|tls|tty|url|util|vm|worker_threads|zlib)$/;

export function packageTable(modules: ReadonlyMap<RepoPath, ModuleRecord>): PackageTable {
  let written: ReadonlyMap<string, readonly Import[]> | undefined;
  return {
    importers: (name) => {
      written ??= byPackage(modules);
      const outside = (written.get(name) ?? []).filter(({ edge }) => edge.target === undefined);
      return outside.length === 0 ? undefined : [...new Set(outside.map(({ path }) => path))].sort();
    },
  };
}

interface Import {
  readonly path: RepoPath;
  readonly edge: ImportEdge;
}

/** By the name a package would have; which of them lie in the repository is only worked out of those that are asked for. */
function byPackage(modules: ReadonlyMap<RepoPath, ModuleRecord>): ReadonlyMap<string, readonly Import[]> {
  const found = new Map<string, Import[]>();
  // Few packages are imported, and each by many files.
  const nameOf = onceEach(packageOf);
  for (const [path, { imports }] of modules) {
    for (const edge of imports) {
      const name = nameOf(edge.specifier);
      if (name === undefined) continue;
      const known = found.get(name);
      if (known === undefined) found.set(name, [{ path, edge }]);
      else known.push({ path, edge });
    }
  }
  return found;
}

/** `@scope/name` of `@scope/name/sub`, `name` of `name/sub`; undefined for a relative path, an alias or the runtime. */
function packageOf(specifier: string): string | undefined {
  const name = /^(?:@[\w.-]+\/)?[\w][\w.-]*/.exec(specifier)?.[0];
  return name === undefined || RUNTIME.test(name) || RUNTIME.test(specifier) ? undefined : name;
}
