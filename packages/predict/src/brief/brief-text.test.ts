import { aTask } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { briefText, firstLineOf, sentencesOf } from './brief-text.js';

it('is title and brief, the title not said twice and the id not said at all', () => {
  expect(briefText(aTask('a', { title: 'Fix the cart', brief: 'It loses items.' }))).toBe('Fix the cart\nIt loses items.');
  expect(briefText(aTask('a', { title: 'Fix the cart', brief: 'Fix the cart: it loses items.' }))).toBe(
    'Fix the cart: it loses items.',
  );
  expect(briefText(aTask('fix-cart', { brief: 'It loses items.' }))).toBe('It loses items.');
});

it.each([
  ['Fix a.ts. Do not touch src/b.ts. Then c.ts.', ['a.ts', 'c.ts'], ['b.ts']],
  ["Fix a.ts, but don't change b.ts and c.ts", ['a.ts'], ['b.ts', 'c.ts']],
  ['Fix a.ts without modifying the API in b.ts\nand test c.ts', ['a.ts', 'c.ts'], ['b.ts']],
  ['Never edit generated.ts; regenerate it from schema.ts', ['schema.ts'], ['generated.ts']],
  ['Do not throw in a.ts', ['a.ts'], []],
])('leaves out what the task is told to leave alone: %s', (brief, kept, gone) => {
  const text = briefText(aTask('a', { brief }));
  expect({ kept: kept.filter((name) => text.includes(name)), gone: gone.filter((name) => text.includes(name)) }).toEqual({
    kept,
    gone: [],
  });
});

it('leaves out web addresses, whose paths are not ours', () => {
  expect(briefText(aTask('a', { brief: 'See https://example.org/src/app.ts for more.' }))).toBe('See   for more.');
});

it('cuts into sentences at line ends and full stops, not inside paths', () => {
  expect(sentencesOf('Fix src/a.ts. Then b!  And\n\n- c; d')).toEqual(['Fix src/a.ts.', 'Then b!', 'And', '- c;', 'd']);
});

it('is the same whatever its lines end with and however many empty ones are around it', () => {
  const task = (brief: string) => aTask('a', { title: 'Fix the cart', brief });
  for (const brief of ['Fix the cart\nnow', 'Fix the cart\r\nnow', 'Fix the cart\rnow', '\n \r\nFix the cart\nnow\n\n'])
    expect(briefText(task(brief))).toBe('Fix the cart\nnow');
});

it('leaves out pasted data, and keeps the longest paths there are', () => {
  const path = `${'folder/'.repeat(100)}file.ts`;
  expect(briefText(aTask('a', { brief: `Fix ${path} for ${'0aF/'.repeat(300)} now` }))).toBe(`Fix ${path} for   now`);
});

it('has a first line that says something, or none', () => {
  expect(['a\nb', '\n  \n a\nb', '', ' \n'].map(firstLineOf)).toEqual(['a', ' a', '', '']);
});

it('cuts what nobody writes as one sentence at blanks, and loses no word of it', () => {
  const words = Array.from({ length: 2_000 }, (_, n) => `word${n}`);
  const pieces = sentencesOf(words.join(' '));
  expect(pieces.every(({ length }) => length <= 1_000)).toBe(true);
  expect(pieces.join(' ').split(' ')).toEqual(words);
  expect(pieces.length).toBeLessThan(20);
});
