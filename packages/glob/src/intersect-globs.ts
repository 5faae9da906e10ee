import { anything } from './automaton.js';
import { compiled, type GlobSet } from './glob-set.js';
import { mayMeet, type Rule } from './rule.js';
import { type Found, type Search, shortestPath } from './shortest-path.js';

/** Edge comparisons for one answer: some tenths of a second. Only patterns made to hurt need more. */
const ALLOWANCE = 1_000_000;
/** What an answer may cost when nothing is left in the purse: enough for usual patterns. */
const LEAST = 300;
/** Pairs of patterns told apart by their first words in the time of one edge comparison. */
const PAIRS_FOR_ONE = 4;

/** What many answers may cost together, in edge comparisons; counted down. A million are some tenths of a second. */
export interface Purse {
  left: number;
}

/** A positive pattern of each side, and the negations that come after either. */
interface Pair {
  readonly a: Rule;
  readonly b: Rule;
  readonly later: readonly Rule[];
}

/**
 * A shortest path that is in both sets, whether or not such a file exists; undefined when there is none. Always the same
 * for the same sets, folded when they ignore case. Both must treat case alike.
 *
 * Should the answer cost more than the allowance, it errs towards overlap: a path of `a` that is not proven to be in `b`.
 */
export function intersectGlobs(a: GlobSet, b: GlobSet, purse: Purse = { left: ALLOWANCE }): string | undefined {
  const { ignoreCase } = a[compiled];
  if (ignoreCase !== b[compiled].ignoreCase) throw new Error('Internal error: one glob set ignores case and the other does not');
  const allowed = Math.max(LEAST, Math.min(ALLOWANCE, purse.left));
  const limits = { ignoreCase, allowance: { left: allowed } };
  const path = firstInBoth(a, b, limits);
  purse.left -= allowed - limits.allowance.left;
  return path;
}

function firstInBoth(a: GlobSet, b: GlobSet, limits: Omit<Search, 'both' | 'none' | 'atMost'>): string | undefined {
  let best: string | undefined;
  for (const pair of pairsOf(a[compiled].rules, b[compiled].rules, limits.allowance)) {
    const met = meet(pair, { ...limits, atMost: best === undefined ? Number.POSITIVE_INFINITY : lengthOf(best) });
    if (met.found === 'too-costly') return best ?? somePathOf(pair.a, limits.ignoreCase);
    if (met.found === 'path') best = earlier(met.path, best);
  }
  return best;
}

function* pairsOf(as: readonly Rule[], bs: readonly Rule[], allowance: Search['allowance']): Generator<Pair> {
  for (const [n, a] of as.entries()) {
    allowance.left -= bs.length / PAIRS_FOR_ONE;
    for (const [m, b] of bs.entries()) {
      if (a.negated || b.negated || !mayMeet(a, b)) continue;
      yield { a, b, later: [...as.slice(n + 1), ...bs.slice(m + 1)].filter((rule) => canTakeAway(rule, a, b)) };
    }
  }
}

function canTakeAway(rule: Rule, a: Rule, b: Rule): boolean {
  return rule.negated && mayMeet(rule, a) && mayMeet(rule, b);
}

/** A path that one side names exactly needs no search. */
function meet({ a, b, later }: Pair, limits: Omit<Search, 'both' | 'none'>): Found {
  if (limits.allowance.left < 0) return { found: 'too-costly' };
  if (!a.exact && !b.exact) {
    return shortestPath({ both: [a.automaton, b.automaton], none: later.map(({ automaton }) => automaton), ...limits });
  }
  const path = a.exact ? a.prefix : b.prefix;
  const shared = a.accepts(path) && b.accepts(path) && !later.some((rule) => rule.accepts(path));
  return shared ? { found: 'path', path } : { found: 'nothing' };
}

function somePathOf(rule: Rule, ignoreCase: boolean): string {
  const free = { ignoreCase, atMost: Number.POSITIVE_INFINITY, allowance: { left: Number.POSITIVE_INFINITY } };
  const some = shortestPath({ both: [rule.automaton, anything], none: [], ...free });
  return some.found === 'path' ? some.path : rule.prefix;
}

function earlier(path: string, other: string | undefined): string {
  if (other === undefined) return path;
  const shorter = lengthOf(path) - lengthOf(other);
  return shorter < 0 || (shorter === 0 && path < other) ? path : other;
}

/** In characters, as the search counts. */
function lengthOf(path: string): number {
  return Array.from(path).length;
}
