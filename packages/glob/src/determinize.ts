import type { Automaton, Edge } from './automaton.js';
import { contains } from './char-set.js';

/** The set of states an automaton may be in after reading some text. */
export interface Subset {
  /** Counts from 0 in the order of discovery. */
  readonly id: number;
  readonly accepting: boolean;
  /** Nothing that follows can be accepted. */
  readonly dead: boolean;
  readonly edges: readonly Edge[];
  readonly next: Map<number, Subset>;
}

/** An automaton walked one character at a time. */
export interface Walk {
  readonly start: Subset;
  step(from: Subset, codePoint: number): Subset;
  /** Subsets met so far. */
  size(): number;
}

/**
 * The subset construction, lazy: only what is walked is built and kept. A step costs at most the edges of the subset
 * the first time and a look-up later, so matching is never exponential, whatever the pattern.
 */
export function determinize(automaton: Automaton): Walk {
  const known = new Map<string, Subset>();
  const subsetOf = (states: readonly number[]): Subset => {
    const key = states.join(' ');
    const found = known.get(key) ?? newSubset(automaton, known.size, states);
    known.set(key, found);
    return found;
  };
  const step = (from: Subset, codePoint: number): Subset => {
    const seen = from.next.get(codePoint);
    if (seen !== undefined) return seen;
    const to = subsetOf(targets(from, codePoint));
    from.next.set(codePoint, to);
    return to;
  };
  return { start: subsetOf([0]), step, size: () => known.size };
}

function targets(from: Subset, codePoint: number): readonly number[] {
  const reached = new Set<number>();
  for (const edge of from.edges) if (contains(edge.set, codePoint)) reached.add(edge.to);
  return [...reached].sort((a, b) => a - b);
}

function newSubset(automaton: Automaton, id: number, states: readonly number[]): Subset {
  return {
    id,
    accepting: states.some((state) => automaton.accepting[state] === true),
    dead: states.length === 0,
    edges: states.flatMap((state) => automaton.edges[state] ?? []),
    next: new Map(),
  };
}
