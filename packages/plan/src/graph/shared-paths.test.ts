import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pair } from '../schedule/problem.js';
import { rowOf, rowsOf } from '../schedule/rows.js';
import { pairsOf } from '../schedule/some-problem.testing.js';
import { sharedPaths } from './shared-paths.js';

const touchesOf = (lists: readonly (readonly number[])[]) =>
  rowsOf(
    lists.length,
    lists.flatMap((paths, task) => paths.map((path): Pair => [task, path])),
  );

describe('shared paths', () => {
  it('keep apart every two tasks with a path in common, each pair once', async () => {
    const someLists = fc.array(fc.uniqueArray(fc.nat(9), { maxLength: 4 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.property(someLists, (lists) => {
        const common = lists.flatMap((mine, a) =>
          lists.flatMap((theirs, b) => (a < b && mine.some((path) => theirs.includes(path)) ? [[a, b]] : [])),
        );
        expect(pairsOf(sharedPaths(touchesOf(lists), 10).apart)).toEqual(common);
      }),
    );
  });

  it('of five hundred tasks are one set, not 124,750 pairs', () => {
    const lists = Array.from({ length: 502 }, (_, task) => (task < 500 ? [0] : [1]));
    const { apart, groups, paths } = sharedPaths(touchesOf(lists), 2);
    expect(pairsOf(apart)).toEqual([[500, 501]]);
    expect([[...paths], rowOf(groups, 0).length]).toEqual([[0], 500]);
  });
});
