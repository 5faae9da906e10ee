import { type Automaton, anyOf } from './automaton.js';
import { type CharSet, intersection } from './char-set.js';
import { determinize, type Subset, type Walk } from './determinize.js';
import { representative } from './representative.js';
import { splitSet } from './split-set.js';

export interface Search {
  /** The path must be accepted by both. */
  readonly both: readonly [Automaton, Automaton];
  /** And by none of these. */
  readonly none: readonly Automaton[];
  readonly ignoreCase: boolean;
  /** Longer paths are of no interest; in characters. */
  readonly atMost: number;
  /** Edge comparisons left; counted down, also over several searches. */
  readonly allowance: { left: number };
}

export type Found =
  | { readonly found: 'path'; readonly path: string }
  | { readonly found: 'nothing' }
  /** The allowance is used up. */
  | { readonly found: 'too-costly' };

/** Where a search stands after some text, and the way back to its beginning. */
interface Node {
  readonly a: number;
  readonly b: number;
  readonly taken: Subset;
  readonly length: number;
  readonly char: number;
  readonly from: Node | undefined;
}

/**
 * A shortest path that two automata accept and some others do not. Breadth first over pairs of states (so polynomial
 * without negations), with what is taken away determinised beside them, for only then "none of its states accepts"
 * means "not accepted". Ties: the order of edges, which follows the order of the pattern's text.
 */
export function shortestPath(search: Search): Found {
  const taken = determinize(anyOf(search.none));
  const first: Node = { a: 0, b: 0, taken: taken.start, length: 0, char: 0, from: undefined };
  const queue = [first];
  const seen = new Set([keyOf(search, first)]);
  for (const node of queue) {
    if (accepts(search, node)) return { found: 'path', path: spell(node) };
    if (search.allowance.left < 0) return { found: 'too-costly' };
    if (node.length >= search.atMost) continue;
    for (const next of successors(search, taken, node)) {
      const key = keyOf(search, next);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push(next);
    }
  }
  return { found: 'nothing' };
}

/** Exact up to 2^53: at most 50,000 states a side, and fewer subsets than the allowance has steps. */
function keyOf({ both: [first, second] }: Search, { a, b, taken }: Node): number {
  return (taken.id * first.edges.length + a) * second.edges.length + b;
}

function accepts({ both: [first, second] }: Search, { a, b, taken }: Node): boolean {
  return first.accepting[a] === true && second.accepting[b] === true && !taken.accepting;
}

function spell(last: Node): string {
  const chars: string[] = [];
  for (let node: Node = last; node.from !== undefined; node = node.from) chars.push(String.fromCodePoint(node.char));
  return chars.reverse().join('');
}

function successors({ both, allowance, ignoreCase }: Search, taken: Walk, from: Node): readonly Node[] {
  const found: Node[] = [];
  const seconds = both[1].edges[from.b] ?? [];
  for (const a of both[0].edges[from.a] ?? []) {
    if (allowance.left < 0) break;
    allowance.left -= seconds.length * (1 + from.taken.edges.length);
    for (const b of seconds) {
      for (const [char, after] of steps(taken, from.taken, intersection(a.set, b.set), ignoreCase)) {
        found.push({ a: a.to, b: b.to, taken: after, length: from.length + 1, char, from });
      }
    }
  }
  return found;
}

/** For each way the characters of a set go on in what is taken away: one character and where it leads. */
function steps(taken: Walk, from: Subset, set: CharSet, ignoreCase: boolean): readonly (readonly [number, Subset])[] {
  const found: (readonly [number, Subset])[] = [];
  for (const piece of splitSet(set, from.edges)) {
    const char = representative(piece, ignoreCase);
    if (char !== undefined) found.push([char, taken.step(from, char)]);
  }
  return found;
}
