import type { IndexedFile } from '@breakwater/model';
import type { FactKind } from '../facts/fact-kind.js';

/** Whether a text has the word as a whole identifier; only files that may have it are read. Bytes are searched, nothing is decoded. */
export function wordFacts(word: string, mayHold: (file: IndexedFile) => boolean): FactKind<boolean> {
  // What a module exports may be called anything, a line break included.
  const mark = `word ${JSON.stringify(word)}`;
  const sought = Buffer.from(word);
  return {
    markOf: (file) => (mayHold(file) ? mark : undefined),
    read: (_, bytes) => hasWord(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), sought),
    encode: (isHeld) => (isHeld ? YES : NO),
    decode: (kept) => {
      if (kept.length !== 1) throw new Error('no answer about a word is kept');
      return kept[0] === YES[0];
    },
  };
}

const [YES, NO] = [Uint8Array.of(1), Uint8Array.of(0)] as const;

function hasWord(content: Buffer, word: Buffer): boolean {
  // `export { x as '' }` gives a name that is found after the end of a text, again and again.
  if (word.length === 0) return false;
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
