import type { ImportEdge, RepoPath, RepositoryIndex } from '@breakwater/model';

/** One file that imports or re-exports another. */
export interface Importer {
  readonly path: RepoPath;
  readonly edge: ImportEdge;
}

/** Import edges against their direction: who imports a file, sorted by path. */
export type ImportGraph = ReadonlyMap<string, readonly Importer[]>;

export function importersOf({ modules }: Pick<RepositoryIndex, 'modules'>): ImportGraph {
  const graph = new Map<string, Importer[]>();
  for (const [path, { imports }] of modules) {
    for (const edge of imports) {
      if (edge.target === undefined) continue;
      const importers = graph.get(edge.target);
      if (importers === undefined) graph.set(edge.target, [{ path, edge }]);
      else importers.push({ path, edge });
    }
  }
  return graph;
}

/** Every file from which a chain of imports leads to one of `targets`; the targets themselves only when a cycle leads back. */
export function transitiveImporters(graph: ImportGraph, targets: Iterable<string>): ReadonlySet<RepoPath> {
  const found = new Set<RepoPath>();
  const open = [...targets];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { path } of graph.get(next) ?? []) {
      if (found.has(path)) continue;
      found.add(path);
      open.push(path);
    }
  }
  return found;
}
