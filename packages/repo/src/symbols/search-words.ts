import type { IndexedFile, RepoPath } from '@breakwater/model';
import { isCutShort, readTerms } from '@breakwater/text';
import { collectFacts, readUnread } from '../facts/collect-facts.js';
import { findTerms } from '../text/find-terms.js';
import type { Source } from './source.js';
import { wordFacts } from './word-facts.js';

/**
 * For each word the files that hold it as a whole identifier, in the order of `files`, some of the index. Only files whose terms may
 * come from the word, and of which it is not known yet, are read.
 */
export async function searchWords(
  source: Source,
  files: readonly IndexedFile[],
  words: readonly string[],
): Promise<ReadonlyMap<string, readonly RepoPath[]>> {
  // Most plans name no symbol, and to look for no word among the terms of all files takes as long as for some.
  if (words.length === 0) return new Map();
  const mayHold = guessHolders(source, words);
  const sought = [...new Set(words)].map((word) => {
    const isHeld = wordFacts(word, ({ path }) => mayHold(path, word));
    return { word, ...collectFacts(isHeld, files, source.cache) };
  });
  await readUnread(source.tree, sought);
  return new Map(sought.map(({ word, facts }) => [word, files.flatMap(({ path }, place) => (facts[place] ? [path] : []))]));
}

/** By the terms of the texts: never denies a file that holds the word. */
function guessHolders({ index: { files, texts } }: Source, words: readonly string[]): (path: RepoPath, word: string) => boolean {
  const keys = new Map(words.map((word) => [word, keyOf(word)]));
  const { postings } = findTerms(
    texts,
    [...keys.values()].flatMap((key) => key ?? []),
  );
  const pathsOf = (key: string): ReadonlySet<RepoPath> => {
    const places = postings.get(key)?.files ?? [];
    return new Set([...places].flatMap((place) => files[place]?.path ?? []));
  };
  const holding = new Map([...keys].map(([word, key]) => [word, key === undefined ? undefined : pathsOf(key)]));
  const unsure = new Set(files.flatMap(({ path }, place) => (isUnsure(texts[place]) ? [path] : [])));
  return (path, word) => (holding.get(word)?.has(path) ?? true) || unsure.has(path);
}

/** Not read for its words, or longer than its terms tell. */
function isUnsure(text: Source['index']['texts'][number]): boolean {
  return text === undefined || isCutShort(text);
}

/** What texts that have the identifier have for a term; undefined for one that is too short for a term. */
function keyOf(word: string): string | undefined {
  return readTerms(word).at(-1)?.key;
}
