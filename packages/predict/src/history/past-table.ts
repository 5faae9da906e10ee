import type { PastCommit } from '@breakwater/model';
import { termHash } from '@breakwater/text';
import { isTask } from '../backtest/is-task.js';
import { euclideanLength } from '../euclidean-length.js';
import type { FileTable } from '../ground/file-table.js';
import { onceEach } from '../ground/once-each.js';
import { prefixScope } from '../scope/prefix-scope.js';
import { type ChangeKind, changeKindOf } from './change-kind.js';

/** A past commit as later tasks are held against it; its place in the table is its age. */
export interface PastChange {
  readonly subject: string;
  readonly kind: ChangeKind;
  /** The scope its prefix names, '' without one. */
  readonly scope: string;
  /** What its subject is looked up by. */
  readonly terms: readonly number[];
  /** Numbers of the files it changed that are still there and that a model may guess. */
  readonly files: readonly number[];
}

/** The past commits that are like tasks, the newest first, and where their words are. */
export interface PastTable {
  readonly changes: readonly PastChange[];
  /** Places of the commits whose subject has the term, rising; none for a term in too many of them. */
  postings(term: string): readonly number[];
  /** How much the term tells about commits. */
  idf(term: string): number;
  /** Length of a commit's subject as a vector of what its terms tell. */
  lengthOf(place: number): number;
}

/** A term in more than this share of all subjects tells nothing. */
const COMMON = 0.2;

export function pastTable(history: readonly PastCommit[], files: FileTable): PastTable {
  const changes = history.filter(isTask).map((commit) => pastChange(commit, files));
  const postings = postingsOf(changes);
  const most = Math.max(3, changes.length * COMMON);
  const idf = onceEach((term: number) => Math.log((changes.length + 1) / ((postings.get(term)?.length ?? 0) + 0.5)));
  return {
    changes,
    idf: (term) => idf(termHash(term)),
    lengthOf: onceEach((place) => Math.max(1e-9, euclideanLength((changes[place]?.terms ?? []).map(idf)))),
    postings: (term) => {
      const found = postings.get(termHash(term)) ?? [];
      return found.length > most ? [] : found;
    },
  };
}

function postingsOf(changes: readonly PastChange[]): ReadonlyMap<number, readonly number[]> {
  const postings = new Map<number, number[]>();
  for (const [place, { terms }] of changes.entries()) {
    for (const term of terms) {
      const known = postings.get(term);
      if (known === undefined) postings.set(term, [place]);
      else known.push(place);
    }
  }
  return postings;
}

function pastChange({ subject, terms, paths }: PastCommit, files: FileTable): PastChange {
  const numbers = paths.map((path) => files.numberOf(path)).filter((file) => file !== undefined);
  return {
    ...{ subject, terms },
    kind: changeKindOf(subject),
    scope: prefixScope(subject),
    files: numbers.filter((file) => files.isGuessed[file]),
  };
}
