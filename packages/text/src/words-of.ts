import { isAscii } from './is-ascii.js';
import { keyOf, wordKeyOf } from './key-of.js';
import { plainBytesOf } from './plain-bytes.js';
import { scanTerms } from './scan-terms.js';
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
  const hashes: number[] = [];
  scanTerms(plainBytesOf(text), (found) => {
    if (!found.whole) hashes.push(hashOf(found));
  });
  return hashes;
}
