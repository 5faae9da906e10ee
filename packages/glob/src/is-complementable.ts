import { type Automaton, anyOf } from './automaton.js';
import { EVERYTHING } from './char-set.js';
import { determinize, type Subset, type Walk } from './determinize.js';
import { representative } from './representative.js';
import { splitSet } from './split-set.js';

/** Sets of states, and edges looked at, that what is taken away may need. */
const MOST_SUBSETS = 2_000;
const MOST_EDGES = 100_000;

/**
 * Whether some automata together can be complemented at a bearable price. Taking away needs the subset construction,
 * which is exponential for patterns such as `*a?????????`; asked once, so that no later answer is slow.
 */
export function isComplementable(automata: readonly Automaton[]): boolean {
  const walk = determinize(anyOf(automata));
  const seen = new Set([walk.start]);
  let looked = 0;
  for (const subset of seen) {
    looked += subset.edges.length;
    if (looked > MOST_EDGES || seen.size > MOST_SUBSETS) return false;
    for (const next of successors(walk, subset)) seen.add(next);
  }
  return true;
}

function successors(walk: Walk, subset: Subset): readonly Subset[] {
  const chars = splitSet(EVERYTHING, subset.edges).map((piece) => representative(piece, false));
  return chars.flatMap((char) => (char === undefined ? [] : [walk.step(subset, char)]));
}
