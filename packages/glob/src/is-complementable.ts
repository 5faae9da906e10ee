import { type Automaton, anyOf } from './automaton.js';
import { EVERYTHING } from './char-set.js';
import { determinize, type Subset, type Walk } from './determinize.js';
import { representative } from './representative.js';
import { splitSet } from './split-set.js';

/** Sets of states that what is taken away may need: some for wildcards, and in proportion to the length of the patterns. */
const SUBSETS = 2_000;
const SUBSETS_PER_STATE = 2;
/** Edges looked at. */
const MOST_EDGES = 200_000;

/**
 * Whether some automata together can be complemented at a bearable price. Taking away needs the subset construction,
 * which is exponential for patterns such as `*a?????????`; asked once, so that no later answer is slow.
 */
export function isComplementable(automata: readonly Automaton[]): boolean {
  const together = anyOf(automata);
  const walk = determinize(together);
  const most = SUBSETS + SUBSETS_PER_STATE * together.edges.length;
  const seen = new Set([walk.start]);
  let looked = 0;
  for (const subset of seen) {
    looked += subset.edges.length;
    if (looked > MOST_EDGES || seen.size > most) return false;
    for (const next of successors(walk, subset)) seen.add(next);
  }
  return true;
}

function successors(walk: Walk, subset: Subset): readonly Subset[] {
  const chars = splitSet(EVERYTHING, subset.edges).map((piece) => representative(piece, false));
  return chars.flatMap((char) => (char === undefined ? [] : [walk.step(subset, char)]));
}
