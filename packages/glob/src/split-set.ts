import type { Edge } from './automaton.js';
import { type CharSet, difference, intersection } from './char-set.js';

/** Cuts a set so that within a piece every character takes the same edges. Pieces are at most as many as the range ends of all. */
export function splitSet(set: CharSet, edges: readonly Edge[]): readonly CharSet[] {
  let pieces: readonly CharSet[] = set.length === 0 ? [] : [set];
  for (const by of new Set(edges.map((edge) => edge.set))) pieces = pieces.flatMap((piece) => cut(piece, by));
  return pieces;
}

function cut(piece: CharSet, by: CharSet): readonly CharSet[] {
  const inside = intersection(piece, by);
  if (inside.length === 0) return [piece];
  const outside = difference(piece, by);
  return outside.length === 0 ? [piece] : [inside, outside];
}
