import type { FoundTerm } from './scan-terms.js';

const decoder = new TextDecoder('utf-8');

/** What any term is looked up by. */
export function keyOf({ bytes, keyFrom, keyTo, y }: FoundTerm): string {
  const text = decoder.decode(bytes.subarray(keyFrom, keyTo));
  return y ? `${text}y` : text;
}

/** The same for a word in plain ASCII, `lower` being how the text says it, in lower case: its key is its beginning. */
export function wordKeyOf(lower: string, { keyFrom, keyTo, y }: FoundTerm): string {
  const key = lower.slice(0, keyTo - keyFrom);
  return y ? `${key}y` : key;
}
