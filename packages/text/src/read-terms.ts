import { plainBytesOf } from './plain-bytes.js';
import { type FoundTerm, scanTerms } from './scan-terms.js';

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
  const terms: Term[] = [];
  scanTerms(bytes, (found) => {
    const said = decoder.decode(bytes.subarray(found.from, found.to)).toLowerCase();
    terms.push({ key: keyOf(found), said, whole: found.whole });
  });
  return terms;
}

function keyOf({ bytes, keyFrom, keyTo, y }: FoundTerm): string {
  const text = decoder.decode(bytes.subarray(keyFrom, keyTo));
  return y ? `${text}y` : text;
}
