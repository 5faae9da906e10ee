import { type CharSet, EVERYTHING, only, soleMember } from './char-set.js';

export interface Edge {
  readonly set: CharSet;
  readonly to: number;
}

/** A finite automaton over characters without empty moves; several edges may fit one character. Starts in state 0. */
export interface Automaton {
  readonly edges: readonly (readonly Edge[])[];
  readonly accepting: readonly boolean[];
}

/** Accepts one text. */
export function word(text: string): Automaton {
  const edges = Array.from(text, (char, n) => [{ set: only(char.codePointAt(0) ?? 0), to: n + 1 }]);
  return { edges: [...edges, []], accepting: [...edges.map(() => false), true] };
}

/** Several automata side by side as one, which accepts what any of them accepts; state 0 begins them all. O(edges). */
export function anyOf(automata: readonly Automaton[]): Automaton {
  const edges: (readonly Edge[])[] = [[]];
  const accepting = [automata.some((one) => one.accepting[0] === true)];
  const starts: Edge[] = [];
  for (const one of automata) {
    const moved = movedBy(one.edges, edges.length);
    for (const edge of moved[0] ?? []) starts.push(edge);
    for (const from of moved) edges.push(from);
    for (const state of one.accepting) accepting.push(state);
  }
  edges[0] = starts;
  return { edges, accepting };
}

function movedBy(edges: Automaton['edges'], by: number): Automaton['edges'] {
  return edges.map((list) => list.map(({ set, to }) => ({ set, to: to + by })));
}

/** Drops edges into states from which nothing is accepted, so that a search never walks a dead end. O(edges). */
export function trimmed(automaton: Automaton): Automaton {
  const useful = usefulStates(automaton);
  return { ...automaton, edges: automaton.edges.map((edges) => edges.filter(({ to }) => useful.has(to))) };
}

function usefulStates({ edges, accepting }: Automaton): ReadonlySet<number> {
  const before: number[][] = edges.map(() => []);
  edges.forEach((list, from) => {
    for (const { to } of list) before[to]?.push(from);
  });
  const useful = new Set(accepting.flatMap((accepts, state) => (accepts ? [state] : [])));
  for (const state of useful) for (const from of before[state] ?? []) useful.add(from);
  return useful;
}

/** Accepts every text. */
export const anything: Automaton = { edges: [[{ set: EVERYTHING, to: 0 }]], accepting: [true] };

/** The text with which everything an automaton accepts begins, and whether that text is all it accepts. */
export function determinedPrefix({ edges, accepting }: Automaton): { readonly prefix: string; readonly exact: boolean } {
  const letters: string[] = [];
  let state = 0;
  while (accepting[state] !== true) {
    const [edge, ...others] = edges[state] ?? [];
    const sole = edge === undefined || others.length > 0 ? undefined : soleMember(edge.set);
    if (edge === undefined || sole === undefined) return { prefix: letters.join(''), exact: false };
    letters.push(String.fromCodePoint(sole));
    state = edge.to;
  }
  return { prefix: letters.join(''), exact: edges[state]?.length === 0 };
}
