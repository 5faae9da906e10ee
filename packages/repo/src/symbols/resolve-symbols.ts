import type { IndexedFile, RepositoryIndex, SymbolFact, SymbolQuestion, TreeReader } from '@breakwater/model';
import { MAX_MODULE_SIZE } from '../modules/module-kind.js';
import type { Declaration } from './declaration.js';
import { findDeclarations, type Hits } from './find-declarations.js';
import { findReferences } from './find-references.js';
import { importersOf } from './import-graph.js';
import { searchWords } from './search-words.js';
import type { Source } from './source.js';
import { parseSymbolName, type SymbolName } from './symbol-name.js';

export interface SymbolRequest {
  readonly index: RepositoryIndex;
  readonly tree: TreeReader;
  readonly questions: readonly SymbolQuestion[];
}

/**
 * Where symbols are declared and, when asked, which files refer to them: TypeScript and JavaScript by imports and the
 * compiler, C# by words. One fact for each question, in order; a symbol that is not found has no declarations.
 */
export async function resolveSymbols({ index, tree, questions }: SymbolRequest): Promise<readonly SymbolFact[]> {
  const source = { index, tree };
  const asked = questions.flatMap((question) => {
    const name = parseSymbolName(question.name);
    return name === undefined ? [] : [{ question, name }];
  });
  if (asked.length === 0) return questions.map(unknownSymbol);
  const hits = await searchWords(
    tree,
    codeFiles(index),
    asked.flatMap(({ name }) => wordsOf(name)),
  );
  const declarations = await findDeclarations(
    source,
    asked.map(({ name }) => name),
    hits,
  );
  const facts = await factsOf(
    source,
    asked.map((one, n) => ({ ...one, declarations: declarations[n] ?? [] })),
    hits,
  );
  return questions.map((question) => facts.get(question) ?? unknownSymbol(question));
}

function unknownSymbol({ name }: SymbolQuestion): SymbolFact {
  return { name, declarations: [], references: [] };
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

interface Answered {
  readonly question: SymbolQuestion;
  readonly name: SymbolName;
  readonly declarations: readonly Declaration[];
}

async function factsOf(
  source: Source,
  answered: readonly Answered[],
  hits: Hits,
): Promise<ReadonlyMap<SymbolQuestion, SymbolFact>> {
  const facts = new Map<SymbolQuestion, SymbolFact>();
  const graph = answered.some(({ question }) => question.references) ? importersOf(source.index) : new Map();
  for (const { question, name, declarations } of answered) {
    // One after the other: each may hold a compiler.
    const references = question.references ? await findReferences({ source, graph, name, declarations, hits }) : [];
    const places = declarations.map(({ path, line, kind }) => ({ path, line, kind }));
    facts.set(question, { name: question.name, declarations: places, references });
  }
  return facts;
}
