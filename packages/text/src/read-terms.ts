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
const ASCII = /^[\0-\x7f]*$/;

/**
 * The terms of a text in the order they come, repeated as they are: every word by its stem, and names of several words also as a
 * whole, however they are joined (`OrderHistory`, `order-history` and `order.history` are one). Stop words are among them. Linear.
 */
export function readTerms(text: string): readonly Term[] {
  const bytes = plainBytesOf(text);
  // In plain ASCII places in bytes are places in the text.
  const isAscii = ASCII.test(text);
  const terms: Term[] = [];
  scanTerms(bytes, (found) => {
    const { from, to, whole } = found;
    const said = isAscii ? text.slice(from, to) : decoder.decode(bytes.subarray(from, to));
    terms.push({ key: isAscii ? asciiKeyOf(found) : keyOf(found), said: said.toLowerCase(), whole });
  });
  return terms;
}

function asciiKeyOf({ bytes, keyFrom, keyTo, y }: FoundTerm): string {
  let key = '';
  for (let at = keyFrom; at < keyTo; at += 1) key += String.fromCharCode(bytes[at] ?? 0);
  return y ? `${key}y` : key;
}

function keyOf({ bytes, keyFrom, keyTo, y }: FoundTerm): string {
  const text = decoder.decode(bytes.subarray(keyFrom, keyTo));
  return y ? `${text}y` : text;
}
