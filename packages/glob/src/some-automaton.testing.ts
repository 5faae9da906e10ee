import fc from 'fast-check';
import type { Automaton } from './automaton.js';
import { type CharSet, contains, unionOf } from './char-set.js';

const [A, C] = ['a'.charCodeAt(0), 'c'.charCodeAt(0)];
const someSet: fc.Arbitrary<CharSet> = fc
  .tuple(fc.integer({ min: A, max: C }), fc.integer({ min: A, max: C }))
  .map(([from, to]) => unionOf([[Math.min(from, to), Math.max(from, to)]]));

/** Small automata over a, b and c; several edges may fit one character, and some states lead nowhere. */
export const someAutomaton: fc.Arbitrary<Automaton> = fc.integer({ min: 1, max: 5 }).chain((size) =>
  fc.record({
    edges: fc.array(fc.array(fc.record({ set: someSet, to: fc.nat(size - 1) }), { maxLength: 3 }), {
      minLength: size,
      maxLength: size,
    }),
    accepting: fc.array(fc.boolean(), { minLength: size, maxLength: size }),
  }),
);

/** Every text of up to five characters over a, b and c. */
export const shortTexts: readonly string[] = textsUpTo(5);

function textsUpTo(length: number): readonly string[] {
  const shorter = length === 0 ? [] : textsUpTo(length - 1);
  const longest = shorter.filter((text) => text.length === length - 1);
  return length === 0 ? [''] : [...shorter, ...longest.flatMap((text) => ['a', 'b', 'c'].map((char) => text + char))];
}

/** Whether an automaton accepts, by trying every way through it. */
export function acceptsSomehow({ edges, accepting }: Automaton, text: string, state = 0): boolean {
  if (text === '') return accepting[state] === true;
  const fits = (edges[state] ?? []).filter(({ set }) => contains(set, text.charCodeAt(0)));
  return fits.some(({ to }) => acceptsSomehow({ edges, accepting }, text.slice(1), to));
}
