import { aTask } from '@breakwater/model/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonPath } from './common-path.js';
import { declaredWriters } from './declared-writer.js';
import { mayMeet } from './may-meet.js';

const writersOf = (lists: readonly (readonly string[])[]) =>
  declaredWriters(
    lists.map((writes, n) => aTask(`t${n}`, { writes })),
    [],
    [],
  );

/** Pairs by list place, `0-2`. */
const pairs = (...lists: readonly (readonly string[])[]) => mayMeet(writersOf(lists)).map(([a, b]) => `${a}-${b}`);

describe('pairs that may have a path in common', () => {
  it.each<[string, readonly string[][], readonly string[]]>([
    ['name the same path, letters in any case', [['a.ts'], ['b.ts'], ['A.ts']], ['0-2']],
    ['have a path in a folder of the other’s pattern', [['src/x/a.ts'], ['src/**'], ['lib/**']], ['0-1']],
    ['have folders above each other', [['src/**'], ['src/x/**'], ['src/y/**']], ['0-1', '0-2']],
    ['match anywhere', [['**/*.md'], ['src/a.ts'], ['lib/*']], ['0-1', '0-2']],
    ['never one task with itself', [['src/**', 'src/x/*', 'src/a.ts']], []],
    [
      'each once, though several paths meet',
      [
        ['src/a.ts', 'src/b.ts'],
        ['src/*', 'src/a.ts'],
      ],
      ['0-1'],
    ],
  ])('%s', (_, lists, expected) => {
    expect(pairs(...lists)).toEqual(expected);
  });

  it('are few among many tasks in folders of their own', () => {
    expect(pairs(...Array.from({ length: 300 }, (_, n) => [`libs/l${n}/**`, `apps/a${n}/main.ts`]))).toEqual([]);
  });

  it('miss no pair that has a path in common', async () => {
    const glob = fc.constantFrom(
      'a/x.ts',
      'A/X.ts',
      'a',
      'a/**',
      '*/x.ts',
      '**/x.ts',
      'b/c/**',
      '!b/**',
      'b/*/y',
      'c',
      '{b,c}/c/y',
    );
    await fc.assert(
      fc.property(fc.array(fc.uniqueArray(glob, { minLength: 1, maxLength: 3 }), { maxLength: 5 }), (lists) => {
        const writers = writersOf(lists);
        const found = new Set(mayMeet(writers).map(([a, b]) => `${a}-${b}`));
        for (const [n, a] of writers.entries()) {
          for (const [m, b] of writers.slice(n + 1).entries()) {
            if (commonPath(a, b) !== undefined) expect(found).toContain(`${n}-${n + 1 + m}`);
          }
        }
      }),
    );
  });
});
