import { plainBytes } from './plain-bytes.js';
import { type FoundTerm, scanTerms } from './scan-terms.js';
import { hashOf } from './term-hash.js';

/** The terms of one text, each once, by `termHash`. */
export interface TermCounts {
  /** Terms of the text, each as often as it is there. */
  readonly length: number;
  readonly hashes: Uint32Array;
  /** How often each is there, at most 255. */
  readonly counts: Uint8Array;
}

/** Room of the table of one text; at most half of it is used, for a text with more terms is data. */
const ROOM = 1 << 16;
const MOST = ROOM / 2;
const MASK = ROOM - 1;

/** From a hash to its place among the found ones, plus one; 0 where there is none. Reused, and empty between texts. */
const table = new Uint16Array(ROOM);
const hashes = new Uint32Array(MOST);
const counts = new Uint8Array(MOST);
let found = 0;
let length = 0;

/** The terms of a text in UTF-8, stop words and all. Linear. */
export function countTerms(text: Uint8Array): TermCounts {
  found = 0;
  length = 0;
  scanTerms(plainBytes(text), note);
  const result = { length, hashes: hashes.slice(0, found), counts: counts.slice(0, found) };
  for (const hash of result.hashes) clear(hash);
  return result;
}

/** Whether the text has more terms than were counted. */
export function isCutShort({ hashes }: TermCounts): boolean {
  return hashes.length === MOST;
}

function note(term: FoundTerm): void {
  length += 1;
  const hash = hashOf(term);
  let at = hash & MASK;
  for (let place = table[at] ?? 0; place !== 0; place = table[at] ?? 0) {
    if (hashes[place - 1] === hash) {
      const count = counts[place - 1] ?? 0;
      if (count < 255) counts[place - 1] = count + 1;
      return;
    }
    at = (at + 1) & MASK;
  }
  if (found === MOST) return;
  hashes[found] = hash;
  counts[found] = 1;
  found += 1;
  table[at] = found;
}

/** Clears the hash's whole run, so that no other is cut off from its place. */
function clear(hash: number): void {
  for (let at = hash & MASK; table[at] !== 0; at = (at + 1) & MASK) table[at] = 0;
}
