import type { IndexedFile, RepoPath, TreeReader } from '@breakwater/model';
import { visitContents } from '../visit-contents.js';

/** For each word the files that hold it as a whole identifier, in the order of `files`. Bytes are searched, nothing is decoded. */
export async function searchWords(
  tree: TreeReader,
  files: readonly IndexedFile[],
  words: readonly string[],
): Promise<ReadonlyMap<string, readonly RepoPath[]>> {
  const sought = [...new Set(words)].map((word) => ({ word, bytes: Buffer.from(word), found: [] as RepoPath[] }));
  if (sought.length > 0) {
    await visitContents(tree, files, ({ path }, bytes) => {
      const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (const one of sought) if (hasWord(content, one.bytes)) one.found.push(path);
    });
  }
  return new Map(sought.map(({ word, found }) => [word, found]));
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
