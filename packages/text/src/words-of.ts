import { isAscii } from './is-ascii.js';
import { keyOf, wordKeyOf } from './key-of.js';
import { plainBytesOf } from './plain-bytes.js';
import { type FoundTerm, scanTerms } from './scan-terms.js';
import { hashOf } from './term-hash.js';

/** What the words of a text are looked up by, in the order they come; names of several words taken as one are left out. Linear. */
export function stemsOf(text: string): readonly string[] {
  const ascii = isAscii(text);
  const stems: string[] = [];
  scanTerms(plainBytesOf(text), (found) => {
    if (found.whole) return;
    stems.push(ascii ? wordKeyOf(text.slice(found.from, found.to).toLowerCase(), found) : keyOf(found));
  });
  return stems;
}

/** The same as `termHash` gives them, for who looks for a few words in many texts: makes no strings. */
export function stemHashesOf(text: string): readonly number[] {
  return hashesOf(text, ({ whole }) => !whole);
}

/** The keys of `readTerms` as `termHash` gives them, in the order they come: makes no strings. */
export function termHashesOf(text: string): readonly number[] {
  return hashesOf(text, () => true);
}

function hashesOf(text: string, isWanted: (found: FoundTerm) => boolean): readonly number[] {
  const hashes: number[] = [];
  scanTerms(plainBytesOf(text), (found) => {
    if (isWanted(found)) hashes.push(hashOf(found));
  });
  return hashes;
}
