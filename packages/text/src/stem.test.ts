import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stemsOf } from './words-of.js';

/** The stem of one lower-case word. */
function stem(word: string): string {
  const [only = '', ...more] = stemsOf(word);
  expect(more).toEqual([]);
  return only;
}

describe('words that are one for the search', () => {
  it.each([
    ['box', ['boxes']],
    ['fetch', ['fetches', 'fetched', 'fetching']],
    ['render', ['renders', 'rendered', 'rendering']],
    ['query', ['queries']],
    ['push', ['pushes', 'pushed', 'pushing']],
    ['address', ['addresses', 'addressed', 'addressing']],
    ['remove', ['removes', 'removed', 'removing']],
    ['log', ['logs']],
  ])('are %s and %j', (word, forms) => {
    expect(forms.map(stem)).toEqual(forms.map(() => stem(word)));
  });
});

describe('an ending that belongs to the word', () => {
  it.each(['bus', 'as', 'css', 'class', 'process', 'menu', 'ring', 'thing', 'red', 'shed', 'the', 'id'])(
    'is left alone: %s',
    (word) => {
      expect(stem(word)).toBe(word);
    },
  );

  it('of a word in another script is left alone, and an English one after other letters is not', () => {
    expect(['заказы', '注文', 'größe', 'naïves'].map(stem)).toEqual(['заказы', '注文', 'größ', 'naïv']);
  });
});

const letters = fc.string({ unit: fc.constantFrom(...'abeginsuxyzcdh'), minLength: 2, maxLength: 14 });

describe('for any word', () => {
  it('the stem begins as the word does, is never empty, and is hardly longer than it', async () => {
    await fc.assert(
      fc.property(letters, (word) => {
        const short = stem(word);
        expect(short.length).toBeGreaterThanOrEqual(2);
        expect(short.length).toBeLessThanOrEqual(word.length);
        expect(word.startsWith(short.endsWith('y') ? short.slice(0, -1) : short)).toBe(true);
      }),
    );
  });

  it('capitals make no other stem', async () => {
    await fc.assert(
      fc.property(letters, (word) => {
        expect(stem(word.toUpperCase())).toBe(stem(word));
        expect(stem(`${word.charAt(0).toUpperCase()}${word.slice(1)}`)).toBe(stem(word));
      }),
    );
  });

  it('the stem is the same alone, in a path and in an identifier', async () => {
    await fc.assert(
      fc.property(letters, (word) => {
        const capital = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
        for (const text of [`src/${word}/qq`, `qq_${word}`, `qq${capital}`, `qq-${word}.qq`])
          expect(stemsOf(text)).toContain(stem(word));
      }),
    );
  });
});
