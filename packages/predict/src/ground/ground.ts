import type { HubRule, RepositoryIndex, SymbolFact } from '@breakwater/model';
import { freeHubs } from './free-hubs.js';
import { type KnownSymbols, knownSymbols } from './known-symbols.js';
import { type PackageTable, packageTable } from './package-table.js';
import { type PathTable, pathTable } from './path-table.js';
import { type ProjectTable, projectTable } from './project-table.js';
import { type WordTable, wordTable } from './word-table.js';

/** What every task of a list is held against, made once. */
export interface Ground {
  readonly paths: PathTable;
  readonly projects: ProjectTable;
  readonly words: WordTable;
  readonly packages: PackageTable;
  readonly known: KnownSymbols;
  readonly symbols: ReadonlyMap<string, SymbolFact>;
  /** Hub files that two tasks may both write, because they are made anew, united or not minded. */
  readonly isFree: (path: string) => boolean;
}

export function layGround(index: RepositoryIndex, symbols: readonly SymbolFact[], hubs: readonly HubRule[]): Ground {
  const paths = pathTable(index.files);
  return {
    paths,
    projects: projectTable(index.projects),
    words: wordTable(paths.all),
    packages: packageTable(index.modules),
    known: knownSymbols(index),
    symbols: new Map(symbols.map((fact) => [fact.name, fact])),
    isFree: freeHubs(hubs),
  };
}
