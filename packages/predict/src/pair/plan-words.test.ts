import { expect, it } from 'vitest';
import { guesser } from './a-guess.testing.js';
import { planWords } from './plan-words.js';

const guess = guesser({ paths: ['a.ts'] });

/** What is left of words in a plan of these briefs, to a hundredth. */
function left(briefs: readonly string[], ...words: readonly string[]): readonly number[] {
  const share = planWords(briefs.map((brief) => guess({ brief }, {})));
  return words.map((word) => Math.round(share(word) * 100) / 100);
}

it('is all of a word that two briefs say or one, less the more say it, and least where all do', () => {
  const briefs = [
    ...Array.from({ length: 6 }, () => 'cart refund'),
    ...Array.from({ length: 3 }, () => 'cart'),
    'cart sort',
    'cart sort',
  ];
  expect(left([...briefs, 'cart page'], 'page', 'sort', 'refund', 'cart')).toEqual([1, 1, 0.41, 0.04]);
});

it('is much of a word that all of a short plan say, which tells little of what is common', () => {
  expect(left(['cart', 'cart', 'cart'], 'cart')).toEqual([0.78]);
});

it('is all of every word in a plan of two, and of a word that no brief says', () => {
  expect(left(['cart refund', 'cart refund'], 'cart', 'refund', 'page')).toEqual([1, 1, 1]);
});
