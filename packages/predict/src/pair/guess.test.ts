import { expect, it } from 'vitest';
import { aHistory } from '../a-past-commit.testing.js';
import { someProjects } from '../projects.testing.js';
import { guesser } from './a-guess.testing.js';

const MANY = Array.from({ length: 120 }, (_, n) => `libs/many/f${String(n).padStart(3, '0')}.ts`);
const commits = (n: number, word: string) =>
  Object.fromEntries(Array.from({ length: n }, (_, nth) => [`fix: ${word} of n${nth}${word}x`, ['libs/cart/a.ts']]));
const guess = guesser({
  paths: ['libs/cart/a.ts', 'libs/cart/b.ts', 'libs/order/c.ts', 'root.ts', ...MANY],
  rest: { projects: someProjects({ cart: 'libs/cart', order: 'libs/order', many: 'libs/many' }) },
  history: aHistory({ ...commits(20, 'totals'), ...commits(100, 'other') }),
});

it('a guess has its files by falling probability, ties by path, and knows their places', () => {
  const { files, of, places } = guess({}, { 'libs/order/c.ts': 0.2, 'libs/cart/b.ts': 0.5, 'libs/cart/a.ts': 0.2 });
  const numbers = files.map(({ file }) => file);
  expect(files.map(({ p }) => p)).toEqual([0.5, 0.2, 0.2]);
  expect(numbers[1]).toBeLessThan(numbers[2] ?? -1);
  expect(numbers.map((file) => [of.get(file), places.get(file)])).toEqual([
    [0.5, 0],
    [0.2, 1],
    [0.2, 2],
  ]);
});

it('expects as many files as the probabilities add up to, and shares them out over folders and projects', () => {
  const { size, length, folders, projects } = guess({}, { 'libs/cart/a.ts': 0.3, 'libs/cart/b.ts': 0.1, 'libs/order/c.ts': 0.4 });
  expect([size, length]).toEqual([expect.closeTo(0.8, 9), expect.closeTo(Math.sqrt(0.26), 9)]);
  for (const shares of [folders, projects])
    expect([...shares.values()]).toEqual([expect.closeTo(0.5, 9), expect.closeTo(0.5, 9)]);
});

it('holds the hundred likeliest of very many', () => {
  const { files } = guess({}, Object.fromEntries(MANY.map((path, n) => [path, (n + 1) / 200])));
  expect([files.length, files[0]?.p, files.at(-1)?.p]).toEqual([100, 0.6, 21 / 200]);
});

it('of nothing is empty, and divides by nothing', () => {
  const nothing = guess({ brief: '' }, {});
  expect([nothing.size, nothing.length, ...nothing.wordLengths]).toEqual([0, 0, 0, 0]);
  expect([nothing.folders.size, nothing.projects.size]).toEqual([0, 0]);
});

it('knows the projects that were declared, and whether any were', () => {
  expect(guess({ brief: 'fix(cart): x' }, {}).declared).toBeUndefined();
  expect(guess({ scope: ['cart', 'libs/order'] }, {}).declared?.size).toBe(2);
  expect(guess({ scope: ['nowhere'] }, {}).declared).toEqual(new Set());
});

it('takes the fifteen likest commits, each by the square of its likeness', () => {
  const { similar, view } = guess({ brief: 'totals' }, {});
  expect(similar).toHaveLength(15);
  expect(similar.map(({ weight }) => weight)).toEqual(view.similar.slice(0, 15).map(({ likeness }) => likeness ** 2));
});
