import { type Automaton, determinedPrefix, word } from './automaton.js';
import { determinize, type Subset, type Walk } from './determinize.js';

/** One pattern, ready to use. Texts are folded when the set ignores case. */
export interface Rule {
  /** Takes away from what came before. */
  readonly negated: boolean;
  /** Text with which every path of the pattern begins. */
  readonly prefix: string;
  /** The pattern names just the one path `prefix`. */
  readonly exact: boolean;
  readonly automaton: Automaton;
  /** Whether a path is in the pattern's language. */
  accepts(path: string): boolean;
  /** Whether some path of the pattern begins with this text. */
  mayBeginWith(text: string): boolean;
}

/** Subsets remembered between paths before a walk starts afresh, so that memory stays bounded. */
const MOST_SUBSETS = 2_000;

export function newRule(automaton: Automaton, negated: boolean): Rule {
  const { prefix, exact } = determinedPrefix(automaton);
  if (exact) return exactRule(prefix, negated);
  let walk: Walk | undefined;
  const read = (text: string): Subset => {
    if (walk === undefined || walk.size() > MOST_SUBSETS) walk = determinize(automaton);
    return readText(walk, text);
  };
  const accepts = (path: string): boolean => path.startsWith(prefix) && read(path).accepting;
  const mayBeginWith = (text: string): boolean => prefix.startsWith(text) || (text.startsWith(prefix) && !read(text).dead);
  return { negated, prefix, exact, automaton, accepts, mayBeginWith };
}

/** A rule for one path. Most are of this kind, and few of them are ever searched: the automaton is built when asked for. */
export function exactRule(path: string, negated: boolean): Rule {
  let built: Automaton | undefined;
  return {
    negated,
    prefix: path,
    exact: true,
    get automaton() {
      built ??= word(path);
      return built;
    },
    accepts: (other) => other === path,
    mayBeginWith: (text) => path.startsWith(text),
  };
}

function readText(walk: Walk, text: string): Subset {
  let subset = walk.start;
  for (let at = 0; at < text.length && !subset.dead; at += 1) {
    const codePoint = text.codePointAt(at) ?? 0;
    if (codePoint > 0xffff) at += 1;
    subset = walk.step(subset, codePoint);
  }
  return subset;
}

/** False when no path can be in both, told by their beginnings alone: rejects nearly every pair without a search. */
export function mayMeet(a: Rule, b: Rule): boolean {
  return a.prefix.length < b.prefix.length ? a.mayBeginWith(b.prefix) : b.mayBeginWith(a.prefix);
}
