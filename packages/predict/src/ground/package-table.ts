import type { ModuleRecord, RepoPath } from '@breakwater/model';
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
  const importers = new Map<string, Set<RepoPath>>();
  // Few packages are imported, and each by many files.
  const nameOf = onceEach(packageOf);
  for (const [path, { imports }] of modules) {
    for (const { specifier, target } of imports) {
      const name = target === undefined ? nameOf(specifier) : undefined;
      if (name !== undefined) importers.set(name, (importers.get(name) ?? new Set()).add(path));
    }
  }
  return {
    importers: (name) => {
      const paths = importers.get(name);
      return paths && [...paths].sort();
    },
  };
}

/** `@scope/name` of `@scope/name/sub`, `name` of `name/sub`; undefined for a relative path, an alias or the runtime. */
function packageOf(specifier: string): string | undefined {
  const name = /^(?:@[\w.-]+\/)?[\w][\w.-]*/.exec(specifier)?.[0];
  return name === undefined || RUNTIME.test(name) || RUNTIME.test(specifier) ? undefined : name;
}
