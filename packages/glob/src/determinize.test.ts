import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Automaton, anyOf, trimmed, word } from './automaton.js';
import { determinize, type Subset } from './determinize.js';
import { acceptsSomehow, shortTexts, someAutomaton } from './some-automaton.testing.js';

/** Where a text leads. */
function read(automaton: Automaton, text: string): Subset {
  const walk = determinize(automaton);
  return Array.from(text).reduce((subset, char) => walk.step(subset, char.charCodeAt(0)), walk.start);
}

describe('walking an automaton', () => {
  it('builds only the subsets it is walked into, each once', () => {
    const walk = determinize(anyOf([word('ab'), word('ac'), word('xyz')]));
    const first = walk.step(walk.start, 97);
    expect(walk.step(walk.start, 97)).toBe(first);
    expect(walk.size()).toBe(2);
    const dead = walk.step(first, 100);
    expect({ dead: dead.dead, accepting: dead.accepting, id: dead.id }).toEqual({ dead: true, accepting: false, id: 2 });
    expect(walk.step(dead, 97)).toBe(dead);
  });

  it('comes to the same subset by different ways', () => {
    const walk = determinize(trimmed(anyOf([word('ac'), word('bc')])));
    const [a, b] = [97, 98].map((char) => walk.step(walk.start, char));
    expect(a).not.toBe(b);
    expect(a?.id).not.toBe(b?.id);
    const loop = determinize({ edges: [[{ set: [97, 98], to: 0 }]], accepting: [true] });
    expect([97, 98].map((char) => loop.step(loop.start, char))).toEqual([loop.start, loop.start]);
  });

  it('accepts exactly what some way through the automaton accepts', async () => {
    await fc.assert(
      fc.property(someAutomaton, (automaton) => {
        const accepted = shortTexts.filter((text) => read(automaton, text).accepting);
        expect(accepted).toEqual(shortTexts.filter((text) => acceptsSomehow(automaton, text)));
      }),
      { numRuns: 50 },
    );
  });

  it('is dead only where nothing more can be accepted, and in a trimmed automaton always there', async () => {
    await fc.assert(
      fc.property(someAutomaton, fc.constantFrom(...shortTexts.slice(0, 13)), (wild, start) => {
        const automaton = trimmed(wild);
        const goesOn = shortTexts.some((more) => acceptsSomehow(automaton, start + more));
        expect(read(automaton, start).dead && goesOn).toBe(false);
        if (!goesOn && start !== '') expect(read(automaton, start).dead).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
