import { type CharSet, rangesOf, unionOf } from './char-set.js';

/** Scripts with two cases end below this; above it every character folds to itself. */
const LAST_CASED = 0x1ffff;
const PLAIN = /^[\0-\x7f]*$/;

/** Two spellings of one file name on a disk that ignores case: NFC, then simple lower case, character by character. */
export function foldCase(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return Array.from(text.normalize('NFC'), (char) => String.fromCodePoint(foldCodePoint(codePointOf(char)))).join('');
}

/** Simple lower case: one character stays one character, and what surrounds it does not matter (unlike `toLowerCase` on a final sigma). */
export function foldCodePoint(codePoint: number): number {
  const lower = Array.from(String.fromCodePoint(codePoint).toLowerCase());
  return lower.length === 1 ? codePointOf(lower[0] ?? '') : codePoint;
}

/** The set of what the members fold to. */
export function foldSet(set: CharSet): CharSet {
  return unionOf(rangesOf(set).flatMap(foldRange));
}

function foldRange([from, to]: readonly [number, number]): [number, number][] {
  const folded: [number, number][] = [];
  for (let at = from; at <= Math.min(to, LAST_CASED); at += 1) folded.push([foldCodePoint(at), foldCodePoint(at)]);
  return [...folded, [Math.max(from, LAST_CASED + 1), to]];
}

function codePointOf(char: string): number {
  const codePoint = char.codePointAt(0);
  if (codePoint === undefined) throw new Error('Internal error: no character to fold');
  return codePoint;
}
