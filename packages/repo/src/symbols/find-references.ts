import type { RepoPath } from '@breakwater/model';
import { isCsharp } from './csharp-declarations.js';
import type { Declaration } from './declaration.js';
import { dropStrangers } from './drop-strangers.js';
import type { Hits } from './find-declarations.js';
import { followExports } from './follow-exports.js';
import { type ImportGraph, transitiveImporters } from './import-graph.js';
import { possibleImporters } from './possible-importers.js';
import { searchWords } from './search-words.js';
import type { Source } from './source.js';
import type { SymbolName } from './symbol-name.js';

export interface ReferenceRequest {
  readonly source: Source;
  readonly graph: ImportGraph;
  readonly name: SymbolName;
  readonly declarations: readonly Declaration[];
  readonly hits: Hits;
  /** What specifiers begin with that lead into the repository, sorted. */
  readonly inside: readonly string[];
}

/** Files that refer to a symbol, declarations left out, sorted. */
export async function findReferences(request: ReferenceRequest): Promise<readonly RepoPath[]> {
  const found = [...(await inModules(request)), ...inCsharp(request)];
  const declaring = new Set(request.declarations.map(({ path }) => path));
  return [...new Set(found)].filter((path) => !declaring.has(path)).sort();
}

/**
 * Files that hold the word and from which a chain of imports leads to a declaring file; the chain of names alone misses what
 * is taken out of a namespace, and the word alone finds every namesake. Of those that do not import it by name, the ones
 * that a compiler can prove to mean something else are dropped.
 */
async function inModules({ source, graph, name, declarations, hits, inside }: ReferenceRequest): Promise<readonly RepoPath[]> {
  const declaring = declarations.filter(({ path }) => source.index.modules.has(path));
  if (declaring.length === 0) return [];
  const targets = new Set(declaring.map(({ path }) => path));
  const start = declaring.flatMap(({ path, exportedAs }) => exportedAs.map((exported) => ({ path, name: exported })));
  const { users, barrels, names } = await followExports(source, graph, start);
  const reach = reachOf(source, graph, targets);
  const words = name.owner === undefined ? [...new Set([name.word, ...names])].filter((word) => word !== 'default') : [name.word];
  const holding = (await holders(source, { words, hits, reach })).filter((path) => !targets.has(path));
  const certain = name.owner === undefined ? users : new Set<RepoPath>();
  const doubtful = holding.filter((path) => !certain.has(path));
  const isMember = name.owner !== undefined;
  const kept = await dropStrangers({ source, doubtful, barrels, targets, words, isMember, inside });
  return [...certain, ...kept];
}

/** Transitive importers, and files whose unresolved imports may lead there. A script is seen from everywhere. */
function reachOf({ index }: Source, graph: ImportGraph, targets: ReadonlySet<RepoPath>): ReadonlySet<RepoPath> {
  if ([...targets].some((path) => index.modules.get(path)?.isScript)) return new Set(index.modules.keys());
  const giving = [...targets].filter((path) => index.modules.get(path)?.exports.length !== 0);
  return new Set([...transitiveImporters(graph, giving), ...possibleImporters(index, new Set(giving))]);
}

interface Sought {
  readonly words: readonly string[];
  readonly hits: Hits;
  readonly reach: ReadonlySet<RepoPath>;
}

/** Files in reach that hold one of the words; a name got on the way is searched for now. */
async function holders(source: Source, { words, hits, reach }: Sought): Promise<readonly RepoPath[]> {
  const { index } = source;
  const known = words.flatMap((word) => hits.get(word) ?? []);
  const unknown = words.filter((word) => !hits.has(word));
  const within = unknown.length === 0 ? [] : index.files.filter(({ path }) => index.modules.has(path) && reach.has(path));
  const later = [...(await searchWords(source, within, unknown)).values()].flat();
  return [...new Set([...known, ...later])].filter((path) => reach.has(path));
}

/** In C# no file names the files it uses, so the word is all there is. */
function inCsharp({ name, declarations, hits }: ReferenceRequest): readonly RepoPath[] {
  const isDeclared = declarations.some(({ path }) => isCsharp(path));
  return isDeclared ? (hits.get(name.word) ?? []).filter((path) => /\.(?:cs|razor|cshtml)$/.test(path)) : [];
}
