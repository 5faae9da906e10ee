import type { RepoPath, RepositoryIndex } from '@breakwater/model';
import { csharpDeclarations } from './csharp-declarations.js';
import type { Declaration } from './declaration.js';
import { loadTsMorph } from './load-ts-morph.js';
import { openProject, placeOf } from './open-project.js';
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
  const inCode = await typescriptFinder(texts);
  return names.map((name, n) => {
    const found = (candidates[n] ?? []).flatMap((path) => {
      const text = texts.get(path) ?? '';
      return isCsharp(path) ? csharpDeclarations(path, text, name) : inCode(path, name);
    });
    return oncePerKind(strongest(found));
  });
}

/** Files whose exports name the symbol; those that hold the word and export a default, which has no name; else all that hold it. */
function candidatesFor({ modules }: RepositoryIndex, { owner, word }: SymbolName, hits: Hits): readonly RepoPath[] {
  const sought = owner ?? word;
  const holding = hits.get(sought) ?? [];
  const exporting = holding.filter((path) => modules.get(path)?.exports.includes(sought));
  const anonymous = holding.filter((path) => modules.get(path)?.exports.includes('default'));
  const inCode =
    exporting.length + anonymous.length > 0 ? [...exporting, ...anonymous] : holding.filter((path) => modules.has(path));
  return [...new Set([...inCode.slice(0, MAX_CANDIDATES), ...holding.filter(isCsharp).slice(0, MAX_CANDIDATES)])];
}

function isCsharp(path: string): boolean {
  return path.endsWith('.cs');
}

/** The compiler is loaded only when there is TypeScript or JavaScript to look at. */
async function typescriptFinder(
  texts: ReadonlyMap<string, string>,
): Promise<(path: RepoPath, name: SymbolName) => readonly Declaration[]> {
  const code = new Map([...texts].filter(([path]) => !isCsharp(path)));
  if (code.size === 0) return () => [];
  const morph = await loadTsMorph();
  const project = openProject(morph, code);
  return (path, name) => {
    const file = project.getSourceFile(placeOf(path));
    return file === undefined ? [] : typescriptDeclarations(morph, file, name);
  };
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
