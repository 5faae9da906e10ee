import { fileNameOf, folderOf, type RepoPath } from '@breakwater/model';
import { readTerms, stemHashesOf, termHash } from '@breakwater/text';
import { onceEach } from './once-each.js';

/** Words of paths, ready for ranking by BM25. */
export interface WordTable {
  /** Sorted; a file's number is its place here. */
  readonly paths: readonly RepoPath[];
  /** Files whose path has the word, and how often; undefined when it tells nothing: in no path, or in too many. */
  postings(word: string): Postings | undefined;
  /** Length of a file's path in words, divided by the mean. */
  relativeLength(file: number): number;
  /** What the file's name, without its endings, is looked up by, names of several words whole too; each once. */
  termsOfName(file: number): ReadonlySet<string>;
  /** The same of each name in its path, with its endings. */
  termsOfPath(file: number): readonly ReadonlySet<string>[];
}

export interface Postings {
  /** Numbers of the files, rising, and how often the word is in the path of each. */
  readonly files: readonly number[];
  readonly counts: readonly number[];
  /** How much the word tells: the logarithm of how rare it is. */
  readonly idf: number;
}

/** A word in more than this share of all paths (src, lib, ts) tells nothing. */
const COMMON = 0.2;
/** In a repository of a few files every word is in a large share. */
const FEW = 3;

/** `terms`: what will be asked for; other words are counted, not kept. */
export function wordTable(paths: readonly RepoPath[], terms: Iterable<string>): WordTable {
  const found = new Map<number, Found>([...terms].map((term) => [termHash(term), { files: [], counts: [] }]));
  const lengths = notePaths(paths, found);
  const mean = Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, paths.length));
  const termsOf = onceEach((name: string) => new Set(readTerms(name).map(({ key }) => key)));
  return {
    paths,
    relativeLength: (file) => (lengths[file] ?? 0) / mean,
    termsOfName: onceEach((file) => termsOf(plainName(paths[file] ?? ''))),
    termsOfPath: (file) => (paths[file] ?? '').split('/').map(termsOf),
    postings: (word) => {
      const { files, counts } = found.get(termHash(word)) ?? { files: [], counts: [] };
      if (files.length === 0 || files.length > Math.max(FEW, COMMON * paths.length)) return undefined;
      return { files, counts, idf: Math.log(1 + (paths.length - files.length + 0.5) / (files.length + 0.5)) };
    },
  };
}

/** Answers how many words each path has. No word goes over a slash, so each name is read once, however many folders have it. */
function notePaths(paths: readonly RepoPath[], found: ReadonlyMap<number, Found>): readonly number[] {
  const wordsOfName = onceEach(stemHashesOf);
  const wordsOfFolder = onceEach((folder: string): readonly number[] =>
    folder === '' ? [] : [...wordsOfFolder(folderOf(folder)), ...wordsOfName(fileNameOf(folder))],
  );
  return paths.map((path, file) => {
    const [above, own] = [wordsOfFolder(folderOf(path)), wordsOfName(fileNameOf(path))];
    noteWords(above, file, found);
    noteWords(own, file, found);
    return above.length + own.length;
  });
}

function plainName(path: string): string {
  return fileNameOf(path).replace(/(?:\.(?:test|spec|stories|d|e2e|config))?\.\w+$/, '');
}

interface Found {
  readonly files: number[];
  readonly counts: number[];
}

function noteWords(words: readonly number[], file: number, found: ReadonlyMap<number, Found>): void {
  for (const word of words) {
    const postings = found.get(word);
    if (postings === undefined) continue;
    const { files, counts } = postings;
    const last = files.length - 1;
    if (files[last] === file) counts[last] = (counts[last] ?? 0) + 1;
    else {
      files.push(file);
      counts.push(1);
    }
  }
}
