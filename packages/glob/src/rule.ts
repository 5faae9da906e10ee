import { type Automaton, determinedPrefix } from './automaton.js';
import { determinize, type Walk } from './determinize.js';

/** One pattern, ready to use. Texts are folded when the set ignores case. */
export interface Rule {
  /** Takes away from what came before. */
  readonly negated: boolean;
  /** Text with which every path of the pattern begins. */
  readonly prefix: string;
  /** The pattern names just the one path `prefix`. */
  readonly exact: boolean;
  readonly automaton: Automaton;
  /** Whether a valid path is in the pattern's language. */
  accepts(path: string): boolean;
}

/** Subsets remembered between paths before a walk starts afresh, so that memory stays bounded. */
const MOST_SUBSETS = 2_000;

export function newRule(automaton: Automaton, negated: boolean): Rule {
  const { prefix, exact } = determinedPrefix(automaton);
  let walk: Walk | undefined;
  const accepts = (path: string): boolean => {
    if (exact || !path.startsWith(prefix)) return path === prefix;
    if (walk === undefined || walk.size() > MOST_SUBSETS) walk = determinize(automaton);
    return walkAccepts(walk, path);
  };
  return { negated, prefix, exact, automaton, accepts };
}

function walkAccepts(walk: Walk, path: string): boolean {
  let subset = walk.start;
  for (let at = 0; at < path.length && !subset.dead; at += 1) {
    const codePoint = path.codePointAt(at) ?? 0;
    if (codePoint > 0xffff) at += 1;
    subset = walk.step(subset, codePoint);
  }
  return subset.accepting;
}

/** False when no path can be in both, told by their beginnings alone. */
export function mayMeet(a: Rule, b: Rule): boolean {
  return a.prefix.length < b.prefix.length ? b.prefix.startsWith(a.prefix) : a.prefix.startsWith(b.prefix);
}
