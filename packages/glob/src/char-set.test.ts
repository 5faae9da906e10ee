import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CharSet,
  contains,
  difference,
  EVERYTHING,
  intersection,
  only,
  rangesOf,
  SEGMENT,
  soleMember,
  unionOf,
} from './char-set.js';

/** Sets over the code points 0 to 40, so that every member can be asked for. */
const small = Array.from({ length: 41 }, (_, n) => n);
const someSet: fc.Arbitrary<CharSet> = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 5 }).map(unionOf);
const members = (set: CharSet) => small.filter((codePoint) => contains(set, codePoint));

describe('a set of characters', () => {
  it('joins ranges that touch or overlap and forgets those that run backwards', () => {
    const set = unionOf([
      [5, 9],
      [1, 2],
      [3, 4],
      [8, 12],
      [30, 20],
      [14, 14],
    ]);
    expect(set).toEqual([1, 12, 14, 14]);
    expect(rangesOf(set)).toEqual([
      [1, 12],
      [14, 14],
    ]);
  });

  it('holds in an intersection what both hold', async () => {
    await fc.assert(
      fc.property(someSet, someSet, (a, b) => {
        expect(members(intersection(a, b))).toEqual(members(a).filter((one) => members(b).includes(one)));
      }),
    );
  });

  it('holds in a difference what only the first holds', async () => {
    await fc.assert(
      fc.property(someSet, someSet, (a, b) => {
        expect(members(difference(a, b))).toEqual(members(a).filter((one) => !members(b).includes(one)));
      }),
    );
  });

  it('stays sorted and disjoint through every operation', async () => {
    await fc.assert(
      fc.property(someSet, someSet, (a, b) => {
        for (const set of [intersection(a, b), difference(a, b)]) expect(unionOf(rangesOf(set))).toEqual(set);
      }),
    );
  });

  it('knows its sole member, if it has one', () => {
    expect([only(7), [7, 8], [], [7, 7, 9, 9]].map(soleMember)).toEqual([7, undefined, undefined, undefined]);
  });

  it('has segments without slash and NUL, and everything without NUL', () => {
    const among = (set: CharSet) => Array.from('\0/.a\n🌊').filter((char) => contains(set, char.codePointAt(0) ?? 0));
    expect(among(SEGMENT)).toEqual(['.', 'a', '\n', '🌊']);
    expect(among(EVERYTHING)).toEqual(['/', '.', 'a', '\n', '🌊']);
  });
});
