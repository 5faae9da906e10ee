import type { HubRule, PastCommit, RepositoryIndex, SymbolFact, TextFacts } from '@breakwater/model';
import { type Heat, heatOf } from '../history/heat.js';
import { meetingRates } from '../history/meeting-rates.js';
import { type PastTable, pastTable } from '../history/past-table.js';
import { rankBy } from '../scores/scores.js';
import { type ContentTable, contentTable } from './content-table.js';
import { type FileTable, fileTable } from './file-table.js';
import { freeHubs } from './free-hubs.js';
import { type KnownSymbols, knownSymbols } from './known-symbols.js';
import { type PackageTable, packageTable } from './package-table.js';
import { type PathTable, pathTable } from './path-table.js';
import { type ProjectTable, projectTable } from './project-table.js';
import { type WordTable, wordTable } from './word-table.js';

/** What is read of a repository before any task is looked at. */
export interface GroundInput {
  readonly index: RepositoryIndex;
  /** Answers to `symbolQuestions`; a symbol without an answer is no evidence. */
  readonly symbols: readonly SymbolFact[];
  /** Where the terms of `textTerms` are. */
  readonly texts: TextFacts;
  /** The newest first. */
  readonly history: readonly PastCommit[];
  readonly hubs: readonly HubRule[];
}

/** So many files that change most lately are candidates of every task. */
const RECENT = 25;

/** What every task of a list is held against, made once. */
export interface Ground {
  readonly paths: PathTable;
  readonly projects: ProjectTable;
  readonly words: WordTable;
  readonly files: FileTable;
  readonly content: ContentTable;
  readonly past: PastTable;
  readonly heat: Heat;
  /** Numbers of the files that change most lately, the first one most. */
  readonly recentlyChanged: readonly number[];
  /** How often two near commits that are at work in one project changed a common file of it, by project. */
  readonly projectRates: Float64Array;
  readonly packages: PackageTable;
  readonly known: KnownSymbols;
  readonly symbols: ReadonlyMap<string, SymbolFact>;
  /** Hub files that two tasks may both write, because they are made anew, united or not minded. */
  readonly isFree: (path: string) => boolean;
}

/** `terms`: those of the tasks that will be held against it. */
export function layGround({ index, symbols, texts, history, hubs }: GroundInput, terms: ReadonlySet<string>): Ground {
  const paths = pathTable(index.files);
  const projects = projectTable(index.projects);
  const files = fileTable(index, paths, projects);
  const past = pastTable(history, files);
  const heat = heatOf(past, files);
  return {
    ...{ paths, projects, files, past, heat },
    words: wordTable(paths.all, terms),
    content: contentTable(index, texts, files),
    projectRates: meetingRates(past, files.projects),
    recentlyChanged: rankBy(heat.recent).first(RECENT),
    packages: packageTable(index, texts, terms),
    known: knownSymbols(index),
    symbols: new Map(symbols.map((fact) => [fact.name, fact])),
    isFree: freeHubs(hubs),
  };
}
