import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTerms } from './count-terms.js';
import { readTerms } from './read-terms.js';
import { termHash } from './term-hash.js';

describe('the hash of a term', () => {
  it('is a whole number of 32 bits without a sign', async () => {
    await fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (term) => {
        expect(Number.isInteger(termHash(term)) && termHash(term) >= 0 && termHash(term) < 2 ** 32).toBe(true);
      }),
    );
  });

  it('tells a hundred thousand names apart, but for a few by chance', () => {
    const terms = Array.from({ length: 100_000 }, (_, n) => `term${n.toString(36)}`);
    // By the birthday rule 1.2 pairs of so many are expected to meet.
    expect(new Set(terms.map(termHash)).size).toBeGreaterThan(99_990);
  });

  it('spreads names that hardly differ over the whole table', () => {
    const places = new Set(Array.from({ length: 4_096 }, (_, n) => termHash(`order${n}`) & 0xfff));
    // Of 4,096 balls in 4,096 urns 63 in 100 urns hold one.
    expect(places.size / 4_096).toBeGreaterThan(0.58);
  });

  it('is the same for all ways to write one plural', () => {
    const hashOf = (word: string): readonly number[] => [...countTerms(new TextEncoder().encode(word)).hashes];
    expect(hashOf('histories')).toEqual([termHash('history')]);
    expect(hashOf('HISTORIES')).toEqual(hashOf('history'));
  });

  it('of a name longer than anybody writes is the same in bytes and in strings, also where it is cut inside a character', () => {
    for (const char of ['注', 'é', '𐐨', 'я']) {
      for (const begin of ['', 'a', 'ab', 'abc']) {
        const name = begin + char.repeat(200);
        const { hashes } = countTerms(new TextEncoder().encode(name));
        expect([...hashes]).toEqual(readTerms(name).map(({ key }) => termHash(key)));
      }
    }
  });
});
