import type { ModuleRecord, RepoPath, RepositoryIndex } from '@breakwater/model';
import { csharpDeclarations } from './csharp-declarations.js';
import type { Declaration } from './declaration.js';
import { readSources } from './read-sources.js';
import type { Source } from './source.js';
import type { SymbolName } from './symbol-name.js';
import { typescriptDeclarations } from './typescript-declarations.js';

/** By word, the files that hold it. */
export type Hits = ReadonlyMap<string, readonly RepoPath[]>;

/** More files than these for one symbol are not opened: a name so common points nowhere. */
const MAX_CANDIDATES = 200;

/** Where each symbol is declared, sorted by path and line, in the order of `names`. */
export async function findDeclarations(
  source: Source,
  names: readonly SymbolName[],
  hits: Hits,
): Promise<readonly (readonly Declaration[])[]> {
  const candidates = names.map((name) => candidatesFor(source.index, name, hits));
  const texts = await readSources(source, candidates.flat());
  const inCode = typescriptFinder(source.index, texts, names);
  return names.map((name, n) => {
    const found = (candidates[n] ?? []).flatMap((path) => {
      const text = texts.get(path) ?? '';
      return isCsharp(path) ? csharpDeclarations(path, text, name) : inCode(path, name);
    });
    return oncePerKind(strongest(found));
  });
}

/** Files that hold the word, those whose exports name it first, then those that export a default, which has no name. */
function candidatesFor({ modules }: RepositoryIndex, name: SymbolName, hits: Hits): readonly RepoPath[] {
  const holding = hits.get(soughtOf(name)) ?? [];
  const rank = (path: RepoPath): number => {
    const exports = modules.get(path)?.exports ?? [];
    return exports.includes(soughtOf(name)) ? 0 : exports.includes('default') ? 1 : 2;
  };
  const inCode = holding.filter((path) => modules.has(path)).sort((a, b) => rank(a) - rank(b));
  return [...inCode.slice(0, MAX_CANDIDATES), ...holding.filter(isCsharp).slice(0, MAX_CANDIDATES)];
}

function soughtOf({ owner, word }: SymbolName): string {
  return owner ?? word;
}

function isCsharp(path: string): boolean {
  return path.endsWith('.cs');
}

/** Parses only what seems to declare a symbol. */
function typescriptFinder(
  { modules }: { readonly modules: ReadonlyMap<string, ModuleRecord> },
  texts: ReadonlyMap<string, string>,
  names: readonly SymbolName[],
): (path: RepoPath, name: SymbolName) => readonly Declaration[] {
  const sought = [...new Set(names.map(soughtOf))];
  const seemsToDeclare = declarationPattern(sought);
  const isExporting = (path: string): boolean => sought.some((one) => modules.get(path)?.exports.includes(one));
  const code = [...texts].filter(([path, text]) => !isCsharp(path) && (isExporting(path) || seemsToDeclare.test(text)));
  const parsed = new Map(code.map(([path, text]) => [path, typescriptDeclarations(path, text)] as const));
  return (path, name) => {
    // `exports.name = name` is known to the index only.
    const inIndex = modules.get(path)?.exports.includes(soughtOf(name)) ? [soughtOf(name)] : [];
    return (parsed.get(path)?.(name) ?? []).map((one) => ({
      ...one,
      exportedAs: [...new Set([...one.exportedAs, ...inIndex])].sort(),
    }));
  };
}

function declarationPattern(names: readonly string[]): RegExp {
  const words = names.map((name) => name.replaceAll('$', '\\$')).join('|');
  return new RegExp(
    `\\b(?:class|function\\s*\\*?|interface|type|enum|namespace|module|const|let|var)\\s+(?:${words})(?![\\p{ID_Continue}$])`,
    'u',
  );
}

/** What declares a name beats what passes it on, and what is exported beats what is not; C# has no such word. */
function strongest(found: readonly Declaration[]): readonly Declaration[] {
  const declared = found.filter(({ passedOn }) => !passedOn);
  const real = declared.length > 0 ? declared : found;
  const open = real.filter(({ path, exportedAs }) => exportedAs.length > 0 || isCsharp(path));
  return open.length > 0 ? open : real;
}

/** Overloads and partial types are one declaration in each file. */
function oncePerKind(found: readonly Declaration[]): readonly Declaration[] {
  const sorted = [...found].sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
  const first = new Map<string, Declaration>();
  for (const one of sorted) {
    const key = `${one.path}\0${one.kind}`;
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}
