import { type Automaton, anyOf } from './automaton.js';
import { type CharSet, intersection } from './char-set.js';
import { determinize, type Subset, type Walk } from './determinize.js';
import { representative } from './representative.js';
import { splitSet } from './split-set.js';
import { validPaths } from './valid-paths.js';

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
  readonly valid: number;
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
  const first: Node = { a: 0, b: 0, valid: 0, taken: taken.start, length: 0, char: 0, from: undefined };
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

/** Exact up to 2^53: at most 50,000 states a side, 4 of valid paths, and fewer subsets than the allowance has steps. */
function keyOf({ both }: Search, { a, b, valid, taken }: Node): number {
  const [first, second] = both;
  const pairs = first.edges.length * second.edges.length;
  return (taken.id * validPaths.edges.length + valid) * pairs + a * second.edges.length + b;
}

function accepts({ both }: Search, { a, b, valid, taken }: Node): boolean {
  const [first, second] = both;
  const inBoth = first.accepting[a] === true && second.accepting[b] === true;
  return inBoth && validPaths.accepting[valid] === true && !taken.accepting;
}

function spell(last: Node): string {
  const chars: string[] = [];
  for (let node: Node = last; node.from !== undefined; node = node.from) chars.push(String.fromCodePoint(node.char));
  return chars.reverse().join('');
}

function successors(search: Search, taken: Walk, from: Node): readonly Node[] {
  const found: Node[] = [];
  for (const { set, ...to } of sharedEdges(search, from)) {
    search.allowance.left -= from.taken.edges.length;
    for (const piece of splitSet(set, from.taken.edges)) {
      const char = representative(piece, search.ignoreCase);
      if (char === undefined) continue;
      found.push({ ...to, taken: taken.step(from.taken, char), length: from.length + 1, char, from });
    }
  }
  return found;
}

interface SharedEdge {
  readonly a: number;
  readonly b: number;
  readonly valid: number;
  readonly set: CharSet;
}

function sharedEdges({ both, allowance }: Search, from: Node): readonly SharedEdge[] {
  const found: SharedEdge[] = [];
  const [first, second] = [both[0].edges[from.a] ?? [], both[1].edges[from.b] ?? []];
  allowance.left -= first.length * second.length;
  for (const a of first) {
    for (const b of second) {
      const shared = intersection(a.set, b.set);
      if (shared.length > 0) found.push(...validEdges(from.valid, { a: a.to, b: b.to, set: shared }));
    }
  }
  return found;
}

function validEdges(valid: number, shared: Omit<SharedEdge, 'valid'>): readonly SharedEdge[] {
  return (validPaths.edges[valid] ?? [])
    .map((edge) => ({ ...shared, valid: edge.to, set: intersection(shared.set, edge.set) }))
    .filter(({ set }) => set.length > 0);
}
