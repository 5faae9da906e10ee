import { aTask } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { briefText, sentencesOf } from './brief-text.js';

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
