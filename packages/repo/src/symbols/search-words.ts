import type { IndexedFile, RepoPath } from '@breakwater/model';
import { isCutShort, readTerms } from '@breakwater/text';
import { findTerms } from '../text/find-terms.js';
import { visitContents } from '../visit-contents.js';
import type { Source } from './source.js';

/**
 * For each word the files that hold it as a whole identifier, in the order of `files`, some of the index. Only files whose terms may
 * come from the word are read; their bytes are searched, nothing is decoded.
 */
export async function searchWords(
  source: Source,
  files: readonly IndexedFile[],
  words: readonly string[],
): Promise<ReadonlyMap<string, readonly RepoPath[]>> {
  const mayHold = guessHolders(source, words);
  const sought = [...new Set(words)].map((word) => ({ word, bytes: Buffer.from(word), found: new Set<RepoPath>() }));
  const candidates = files.filter(({ path }) => sought.some(({ word }) => mayHold(path, word)));
  await visitContents(source.tree, candidates, ({ path }, bytes) => {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (const { word, bytes, found } of sought) if (mayHold(path, word) && hasWord(content, bytes)) found.add(path);
  });
  const inOrder = ({ found }: { readonly found: ReadonlySet<RepoPath> }) =>
    files.map(({ path }) => path).filter((path) => found.has(path));
  return new Map(sought.map((one) => [one.word, inOrder(one)]));
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

function hasWord(content: Buffer, word: Buffer): boolean {
  for (let at = content.indexOf(word); at !== -1; at = content.indexOf(word, at + 1)) {
    if (!isWordByte(content[at - 1]) && !isWordByte(content[at + word.length])) return true;
  }
  return false;
}

/** ASCII letters, digits, `_` and `$`; any byte of a character beyond ASCII may be part of an identifier. */
function isWordByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  return byte >= 0x80 || byte === 0x24 || byte === 0x5f || isBetween(byte, 0x30, 0x39) || isBetween(byte | 0x20, 0x61, 0x7a);
}

function isBetween(byte: number, low: number, high: number): boolean {
  return byte >= low && byte <= high;
}
