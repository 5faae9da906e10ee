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
  // Few packages are imported, and each by many files.
  const nameOf = onceEach(packageOf);
  return {
    importers: onceEach((name) => {
      const found = [...modules].filter(([, { imports }]) =>
        imports.some((edge) => nameOf(edge.specifier) === name && edge.target === undefined),
      );
      return found.length === 0 ? undefined : found.map(([path]) => path).sort();
    }),
  };
}

/** `@scope/name` of `@scope/name/sub`, `name` of `name/sub`; undefined for a relative path, an alias or the runtime. */
function packageOf(specifier: string): string | undefined {
  const name = /^(?:@[\w.-]+\/)?[\w][\w.-]*/.exec(specifier)?.[0];
  return name === undefined || RUNTIME.test(name) || RUNTIME.test(specifier) ? undefined : name;
}
