import { type Automaton, type Edge, trimmed } from './automaton.js';
import { intersection } from './char-set.js';

/** What both automata accept, as one automaton of the reachable pairs of states. O(pairs of edges). */
export function product(a: Automaton, b: Automaton): Automaton {
  const numbers = new Map<number, number>();
  const queue: (readonly [number, number])[] = [];
  const numberOf = (p: number, q: number): number => {
    const key = p * b.edges.length + q;
    const known = numbers.get(key) ?? queue.push([p, q]) - 1;
    numbers.set(key, known);
    return known;
  };
  numberOf(0, 0);
  const edges: Edge[][] = [];
  for (const [p, q] of queue) {
    edges.push(sharedEdges(a, p, b, q).map(({ set, p, q }) => ({ set, to: numberOf(p, q) })));
  }
  return trimmed({ edges, accepting: queue.map(([p, q]) => a.accepting[p] === true && b.accepting[q] === true) });
}

function sharedEdges(a: Automaton, p: number, b: Automaton, q: number): readonly { set: Edge['set']; p: number; q: number }[] {
  return (a.edges[p] ?? []).flatMap((one) =>
    (b.edges[q] ?? [])
      .map((other) => ({ set: intersection(one.set, other.set), p: one.to, q: other.to }))
      .filter(({ set }) => set.length > 0),
  );
}
