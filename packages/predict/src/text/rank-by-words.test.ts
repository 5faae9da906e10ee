import { type RepoPath, repoPath } from '@breakwater/model';
import { stemsOf } from '@breakwater/text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordTable } from '../ground/word-table.js';
import { type Ranked, rankByWords } from './rank-by-words.js';

function rank(words: string, paths: readonly string[], most = 100): readonly Ranked[] {
  const query = new Map(words.split(' ').map((word) => [stemsOf(word)[0] ?? word, { weight: 1, said: word }]));
  return rankByWords(query, wordTable([...paths].sort().map(repoPath)), most);
}

/** Enough other files that no word of interest is in too many. */
const FILLING = Array.from({ length: 40 }, (_, n) => `misc/m${n}/thing.ts`);

describe('the ranking', () => {
  it('puts more shared words first, and says which', () => {
    const paths = ['web/cart/total.ts', 'web/cart/button.ts', 'web/total/label.ts', ...FILLING];
    expect(rank('cart total', paths)[0]).toEqual({ path: 'web/cart/total.ts', rank: 1, sharing: 2, words: ['cart', 'total'] });
  });

  it('puts the rarer word before the more common one', () => {
    const paths = ['a/rare.ts', ...Array.from({ length: 6 }, (_, n) => `b${n}/often.ts`), ...FILLING];
    expect(rank('often rare', paths)[0]).toMatchObject({ path: 'a/rare.ts', sharing: 1 });
  });

  it('puts the shorter path first, and gives files of equal score the middle of their places', () => {
    const paths = ['x/cart.ts', 'y/cart.ts', 'z/cart.ts', 'a/very/long/way/to/cart.ts', ...FILLING];
    expect(rank('cart', paths).map(({ path, rank: place }) => [path, place])).toEqual([
      ['x/cart.ts', 2],
      ['y/cart.ts', 2],
      ['z/cart.ts', 2],
      ['a/very/long/way/to/cart.ts', 4],
    ]);
  });

  it('ignores words in too many paths, except in a small repository', () => {
    expect(rank('thing', FILLING)).toEqual([]);
    expect(rank('thing', FILLING.slice(0, 3))).toHaveLength(3);
  });

  it('stops at the number asked for', () => {
    expect(rank('cart', ['x/cart.ts', 'y/cart.ts', 'z/cart.ts', ...FILLING], 2).map(({ path }) => path)).toEqual([
      'x/cart.ts',
      'y/cart.ts',
    ]);
  });
});

it('ranks exactly the files that share a word, as looking at each of them would', async () => {
  const word = fc.constantFrom('cart', 'order', 'page', 'user', 'total');
  const path = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => `${words.join('/')}.ts`);
  await fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 12 }), fc.uniqueArray(word, { minLength: 1 }), (paths, words) => {
      const all = [...paths, ...Array.from({ length: 60 }, (_, n) => `misc/m${n}/thing.ts`)];
      const ranked = rank(words.join(' '), all);
      expect(ranked.map((one) => one.path).sort()).toEqual(sharing(paths, words));
      expect(ranked.map((one) => one.rank)).toEqual([...ranked.map((one) => one.rank)].sort((a, b) => a - b));
    }),
  );
});

function sharing(paths: readonly string[], words: readonly string[]): readonly RepoPath[] {
  return paths
    .filter((path) => words.some((word) => path.replace('.ts', '').split('/').includes(word)))
    .sort()
    .map(repoPath);
}
