import type { TextFacts } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { groundOf } from '../found-by.testing.js';

/** By path: b.ts, cart/a.ts, yarn.lock. */
const texts: TextFacts = {
  files: 3,
  averageLength: 20,
  lengths: Uint32Array.from([10, 30, 20]),
  postings: new Map([
    ['refund', { files: Uint32Array.from([1, 2]), counts: Uint32Array.from([4, 9]) }],
    ['lock', { files: Uint32Array.from([2]), counts: Uint32Array.from([1]) }],
  ]),
};
const { content, files } = groundOf({ paths: ['cart/a.ts', 'yarn.lock', 'b.ts'], texts });
const numberOf = (path: string): number => files.numberOf(path) ?? -1;

describe('the texts of a repository', () => {
  it('are told by file, without those that tools write', () => {
    const { files: found, counts } = content.postings('refund');
    expect([[...found], [...counts]]).toEqual([[numberOf('cart/a.ts')], [4]]);
    expect([...content.postings('lock').files]).toEqual([]);
    expect([...content.postings('unheard').files]).toEqual([]);
  });

  it('have a word or have it not', () => {
    expect(['cart/a.ts', 'b.ts', 'yarn.lock'].map((path) => content.has('refund', numberOf(path)))).toEqual([true, false, false]);
    expect(content.has('unheard', numberOf('b.ts'))).toBe(false);
  });

  it('are measured by the mean length', () => {
    expect(['b.ts', 'cart/a.ts'].map((path) => content.relativeLength(numberOf(path)))).toEqual([0.5, 1.5]);
  });

  it('tell more by a word in fewer of them', () => {
    expect(content.idf('unheard')).toBeGreaterThan(content.idf('refund'));
    expect(content.idf('refund')).toBeGreaterThan(0);
  });
});

it('texts that were never read divide by nothing', () => {
  const { content: none } = groundOf({ paths: ['a.ts'] });
  expect([none.relativeLength(0), none.texts, none.has('a', 0), Number.isFinite(none.idf('a'))]).toEqual([0, 0, false, true]);
});
