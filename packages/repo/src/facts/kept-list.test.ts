import { expect, it } from 'vitest';
import { keptList } from './kept-list.js';

const { encode, decode } = keptList<{ readonly name: string }>();

it('gives back what was kept', () => {
  const list = [{ name: 'größe\n' }];
  expect(decode(encode(list))).toEqual(list);
  expect(decode(encode([]))).toEqual([]);
});

it.each(['', '{"name":"a"}', '1', '[{'])('refuses what is no list: %j', (kept) => {
  expect(() => decode(Buffer.from(kept))).toThrow();
});
