import { expect, it } from 'vitest';
import { parseRefList } from './ref-list.js';

it('reads names and ids, sorted by name', () => {
  expect(parseRefList('bb refs/heads/b\naa refs/heads/a\n')).toEqual([
    { ref: 'refs/heads/a', id: 'aa' },
    { ref: 'refs/heads/b', id: 'bb' },
  ]);
});

it('reads nothing from nothing', () => {
  expect(parseRefList('')).toEqual([]);
});
