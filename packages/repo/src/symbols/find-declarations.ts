import { componentName, type ModuleRecord, type RepoPath, type RepositoryIndex } from '@breakwater/model';
import { collectFacts, readUnread } from '../facts/collect-facts.js';
import { isCsharp } from './csharp-declarations.js';
import type { Declaration } from './declaration.js';
import { declarationFacts } from './declaration-facts.js';
import type { Source } from './source.js';
import { type SymbolName, soughtOf } from './symbol-name.js';

/** By word, the files that hold it. */
export type Hits = ReadonlyMap<string, readonly RepoPath[]>;

/** More files than these for one symbol are not opened: a name so common points nowhere. */
const MAX_CANDIDATES = 200;

/** Where each symbol is declared, sorted by path and line, in the order of `names`. Reads what it does not know yet. */
export async function findDeclarations(
  { index, tree, cache }: Source,
  names: readonly SymbolName[],
  hits: Hits,
): Promise<readonly (readonly Declaration[])[]> {
  if (names.length === 0) return [];
  const kindFor = declarationFacts((path) => exportsOf(index, path));
  const components = componentsOf(index);
  const fileAt = new Map(index.files.map((file) => [file.path, file]));
  const asked = names.map((name) => {
    const files = candidatesFor(index, name, hits).flatMap((path) => fileAt.get(path) ?? []);
    return { name, files, ...collectFacts(kindFor(name), files, cache) };
  });
  await readUnread(tree, asked);
  return asked.map(({ name, files, facts }) => {
    const found = files.flatMap(({ path }, place) => {
      // `exports.name = name` is known to the index only.
      const inIndex = exportsOf(index, path).filter((exported) => exported === soughtOf(name));
      return (facts[place] ?? []).map((one) => ({ path, ...one, exportedAs: sorted([...one.exportedAs, ...inIndex]) }));
    });
    const calledLikeIt = name.owner === undefined ? (components.get(name.word) ?? []) : [];
    return oncePerKind(strongest([...found, ...calledLikeIt]));
  });
}

/** A component is called like its file, which need not say the name; others import it as they please, by habit under that name. */
function componentsOf({ modules }: Pick<RepositoryIndex, 'modules'>): ReadonlyMap<string, readonly Declaration[]> {
  const components = new Map<string, Declaration[]>();
  for (const path of modules.keys()) {
    const name = componentName(path);
    if (name === undefined) continue;
    const declaration = { path, line: 1, kind: 'component', exportedAs: ['default'], passedOn: false };
    components.set(name, [...(components.get(name) ?? []), declaration]);
  }
  return components;
}

/** Files that hold the word, those whose exports name it first, then those that export a default, which has no name. */
function candidatesFor(index: Modules, name: SymbolName, hits: Hits): readonly RepoPath[] {
  const holding = hits.get(soughtOf(name)) ?? [];
  const rank = (path: RepoPath): number => {
    const exports = exportsOf(index, path);
    return exports.includes(soughtOf(name)) ? 0 : exports.includes('default') ? 1 : 2;
  };
  const inCode = holding.filter((path) => index.modules.has(path)).sort((a, b) => rank(a) - rank(b));
  return [...inCode.slice(0, MAX_CANDIDATES), ...holding.filter(isCsharp).slice(0, MAX_CANDIDATES)];
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}

interface Modules {
  readonly modules: ReadonlyMap<string, ModuleRecord>;
}

function exportsOf({ modules }: Modules, path: string): readonly string[] {
  return modules.get(path)?.exports ?? [];
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
