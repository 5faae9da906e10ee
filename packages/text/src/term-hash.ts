import type { FoundTerm } from './scan-terms.js';

const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
const Y = 0x79;
const encoder = new TextEncoder();

/** A term's key as 32 bits: FNV-1a over its UTF-8 bytes, its bits mixed at the end as in MurmurHash3. */
export function hashOf({ bytes, keyFrom, keyTo, y }: Pick<FoundTerm, 'bytes' | 'keyFrom' | 'keyTo' | 'y'>): number {
  let hash = BASIS;
  for (let at = keyFrom; at < keyTo; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), PRIME);
  if (y) hash = Math.imul(hash ^ Y, PRIME);
  return mix(hash);
}

/** The same for a key of `readTerms`. */
export function termHash(term: string): number {
  const bytes = encoder.encode(term);
  return hashOf({ bytes, keyFrom: 0, keyTo: bytes.length, y: false });
}

function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
