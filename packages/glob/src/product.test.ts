import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyOf, anything, word } from './automaton.js';
import { product } from './product.js';
import { acceptsSomehow, shortTexts, someAutomaton } from './some-automaton.testing.js';

describe('the product of two automata', () => {
  it('accepts what both accept', async () => {
    await fc.assert(
      fc.property(someAutomaton, someAutomaton, (a, b) => {
        const both = product(a, b);
        const accepted = shortTexts.filter((text) => acceptsSomehow(both, text));
        expect(accepted).toEqual(shortTexts.filter((text) => acceptsSomehow(a, text) && acceptsSomehow(b, text)));
      }),
      { numRuns: 50 },
    );
  });

  it('has no edge that leads nowhere', () => {
    expect(product(word('ab'), word('ac')).edges[0]).toEqual([]);
    expect(product(anyOf([word('ab'), word('cd')]), word('ab')).edges[0]).toHaveLength(1);
  });

  it('holds only pairs that can be reached', () => {
    expect(product(word('abc'), word('abc')).edges).toHaveLength(4);
    expect(product(anything, word('ab')).edges).toHaveLength(3);
  });
});
