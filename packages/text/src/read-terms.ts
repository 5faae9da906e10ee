import { isAscii } from './is-ascii.js';
import { keyOf, wordKeyOf } from './key-of.js';
import { plainBytesOf } from './plain-bytes.js';
import { scanTerms } from './scan-terms.js';

/** What a text is found by. */
export interface Term {
  /** The key it is looked up by. */
  readonly key: string;
  /** As the text says it, in lower case. */
  readonly said: string;
  /** A name of several words taken as one: the whole identifier, or the whole dotted or hyphenated name. */
  readonly whole: boolean;
}

const decoder = new TextDecoder('utf-8');

/**
 * The terms of a text in the order they come, repeated as they are: every word by its stem, and names of several words also as a
 * whole, however they are joined (`OrderHistory`, `order-history` and `order.history` are one). Stop words are among them. Linear.
 */
export function readTerms(text: string): readonly Term[] {
  const bytes = plainBytesOf(text);
  const ascii = isAscii(text);
  const terms: Term[] = [];
  scanTerms(bytes, (found) => {
    const { from, to, whole } = found;
    const said = ascii ? text.slice(from, to) : decoder.decode(bytes.subarray(from, to));
    const lower = said.toLowerCase();
    terms.push({ key: ascii && !whole ? wordKeyOf(lower, found) : keyOf(found), said: lower, whole });
  });
  return terms;
}
