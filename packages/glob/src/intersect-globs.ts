import { anything } from './automaton.js';
import { compiled, type GlobSet } from './glob-set.js';
import { mayMeet, type Rule } from './rule.js';
import { type Found, type Search, shortestPath } from './shortest-path.js';

/** Edge comparisons for one answer: some tenths of a second. Only patterns made to hurt need more. */
const ALLOWANCE = 1_000_000;

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
export function intersectGlobs(a: GlobSet, b: GlobSet): string | undefined {
  const { ignoreCase } = a[compiled];
  if (ignoreCase !== b[compiled].ignoreCase) throw new Error('Internal error: one glob set ignores case and the other does not');
  const limits = { ignoreCase, allowance: { left: ALLOWANCE } };
  let best: string | undefined;
  for (const pair of pairsOf(a[compiled].rules, b[compiled].rules)) {
    const met = meet(pair, { ...limits, atMost: best === undefined ? Number.POSITIVE_INFINITY : lengthOf(best) });
    if (met.found === 'too-costly') return best ?? somePathOf(pair.a, ignoreCase);
    if (met.found === 'path' && (best === undefined || comesBefore(met.path, best))) best = met.path;
  }
  return best;
}

function pairsOf(as: readonly Rule[], bs: readonly Rule[]): readonly Pair[] {
  return as.flatMap((a, n) =>
    bs.flatMap((b, m) => {
      if (a.negated || b.negated || !mayMeet(a, b)) return [];
      return [{ a, b, later: [...as.slice(n + 1), ...bs.slice(m + 1)].filter((rule) => canTakeAway(rule, a, b)) }];
    }),
  );
}

function canTakeAway(rule: Rule, a: Rule, b: Rule): boolean {
  return rule.negated && mayMeet(rule, a) && mayMeet(rule, b);
}

/** A path that one side names exactly needs no search. */
function meet({ a, b, later }: Pair, limits: Omit<Search, 'both' | 'none'>): Found {
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

function comesBefore(path: string, other: string): boolean {
  const shorter = lengthOf(path) - lengthOf(other);
  return shorter < 0 || (shorter === 0 && path < other);
}

/** In characters, as the search counts. */
function lengthOf(path: string): number {
  return Array.from(path).length;
}
