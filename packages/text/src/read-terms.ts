import { STOP_WORDS } from './stop-words.js';
import { partsOf, stemOf } from './words-of.js';

/** What a text is found by. */
export interface Term {
  /** The key it is looked up by. */
  readonly key: string;
  /** As the text says it, in lower case. */
  readonly said: string;
  /** A name of several words taken as one: the whole identifier, or the whole dotted or hyphenated name. */
  readonly whole: boolean;
}

/** A name: identifiers, joined by single dots or hyphens. */
const NAME = /[\p{L}\p{N}_$]+(?:[.-][\p{L}\p{N}_$]+)*/gu;

/** Longer names are addresses, hashes or chains of calls: their words count, the whole does not. Characters. */
const LONGEST = 60;

/**
 * The terms of a text in the order they come, repeated as they are: every word by its stem, and names of several words also as a
 * whole, however they are joined (`OrderHistory`, `order-history` and `order.history` are one). Stop words and single characters
 * are left out. Linear.
 */
export function readTerms(text: string): readonly Term[] {
  return (text.match(NAME) ?? []).flatMap(termsOfName);
}

function termsOfName(name: string): readonly Term[] {
  const identifiers = name.split(/[.-]/);
  const terms = identifiers.flatMap(termsOfIdentifier);
  return identifiers.length === 1 ? terms : [...terms, ...wholeOf(name)];
}

function termsOfIdentifier(identifier: string): readonly Term[] {
  const parts = partsOf(identifier);
  const words = parts.map((said) => ({ key: stemOf(said), said, whole: false })).filter(isTelling);
  return parts.length < 2 ? words : [...words, ...wholeOf(identifier)];
}

function isTelling({ key, said }: Term): boolean {
  return said.length > 1 && !STOP_WORDS.has(key);
}

function wholeOf(name: string): readonly Term[] {
  if (name.length > LONGEST) return [];
  const said = name.toLowerCase();
  const joined = said.replace(/[^\p{L}\p{N}]/gu, '');
  return joined.length > 1 ? [{ key: stemOf(joined), said, whole: true }] : [];
}
