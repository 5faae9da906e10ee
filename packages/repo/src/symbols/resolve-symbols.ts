import type { IndexedFile, RepositoryIndex, SymbolFact, SymbolQuestion } from '@breakwater/model';
import { type Cache, NO_CACHE } from '../cache/cache.js';
import { MAX_MODULE_SIZE } from '../modules/module-kind.js';
import { type DeclaredSymbol, declareSymbols } from './declare-symbols.js';
import type { Hits } from './find-declarations.js';
import { findReferences } from './find-references.js';
import { type ImportGraph, importersOf } from './import-graph.js';
import { insideOf } from './outside-of.js';
import { searchWords } from './search-words.js';
import type { Source } from './source.js';
import { parseSymbolName, type SymbolName } from './symbol-name.js';

export interface SymbolRequest extends Omit<Source, 'cache'> {
  /** Asked first, and told what had to be found out; whoever opened it saves it. */
  readonly cache?: Cache;
  readonly questions: readonly SymbolQuestion[];
}

/**
 * Where symbols are declared and, when asked, which files refer to them: TypeScript and JavaScript by imports and the
 * compiler, C# by words. One fact for each question, in order; a symbol that is not found has no declarations. With a cache only
 * contents that were never asked about are read.
 */
export async function resolveSymbols({
  index,
  tree,
  cache = NO_CACHE,
  questions,
}: SymbolRequest): Promise<readonly SymbolFact[]> {
  const source = { index, tree, cache };
  const asked = questions.flatMap((question) => {
    const name = parseSymbolName(question.name);
    return name === undefined ? [] : [{ question, name }];
  });
  const names = asked.map(({ name }) => name);
  const hits = await searchWords(source, codeFiles(index), names.flatMap(wordsOf));
  const declared = await declareSymbols(source, names, hits);
  const references = await referencesOf(source, asked, declared, hits);
  const facts = new Map(asked.map(({ question }, n) => [question, factOf(question, declared[n], references[n])]));
  return questions.map((question) => facts.get(question) ?? factOf(question));
}

function wordsOf({ owner, word }: SymbolName): readonly string[] {
  return owner === undefined ? [word] : [owner, word];
}

function codeFiles({ files, modules }: RepositoryIndex): readonly IndexedFile[] {
  return files.filter(({ path, size, mode }) => {
    if (modules.has(path)) return true;
    return /\.(?:cs|razor|cshtml)$/.test(path) && size <= MAX_MODULE_SIZE && mode !== '120000';
  });
}

/** One symbol after the other, for each may hold a compiler. */
async function referencesOf(
  source: Source,
  asked: readonly { readonly question: SymbolQuestion }[],
  declared: readonly DeclaredSymbol[],
  hits: Hits,
): Promise<readonly SymbolFact['references'][]> {
  const wanted = asked.some(({ question }) => question.references);
  const graph: ImportGraph = wanted ? importersOf(source.index) : new Map();
  const inside = wanted ? insideOf(source.index) : [];
  const all: SymbolFact['references'][] = [];
  for (const [n, one] of declared.entries()) {
    all.push(asked[n]?.question.references ? await findReferences({ source, graph, inside, ...one, hits }) : []);
  }
  return all;
}

function factOf({ name }: SymbolQuestion, declared?: DeclaredSymbol, references: SymbolFact['references'] = []): SymbolFact {
  const declarations = (declared?.declarations ?? []).map(({ path, line, kind }) => ({ path, line, kind }));
  return { name, declarations, references };
}
