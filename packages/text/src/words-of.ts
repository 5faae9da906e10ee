import { isAscii } from './is-ascii.js';
import { keyOf, wordKeyOf } from './key-of.js';
import { plainBytesOf } from './plain-bytes.js';
import { scanTerms } from './scan-terms.js';

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
