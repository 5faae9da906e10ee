import { type HubRule, type PlannedTask, repoPath } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonPath } from '../graph/conflicts/common-path.js';
import { declaredWriters } from '../graph/conflicts/declared-writer.js';
import { type DeclaredPaths, declaredPaths, meetingPath } from './declared-paths.js';

function declared(writes: readonly string[], files: readonly string[] = [], hubs: readonly HubRule[] = []): DeclaredPaths {
  const task = aTask('a', { writes });
  const touches = files.map((path) => ({ path: repoPath(path), p: 0.9, confidence: 'certain' as const, evidence: [] }));
  const planned: PlannedTask = {
    id: task.id,
    wave: 1,
    after: [],
    writes: touches,
    reads: [],
    creates: [],
    scope: [],
    resources: [],
  };
  return declaredPaths(task, planned, hubs);
}

const candidates = ['libs/a', 'libs/a/x.ts', 'libs/b.c/x.ts', 'yarn.lock', 'y.lock'];
const matching = ({ names, globs }: DeclaredPaths) => candidates.filter((path) => names.has(path) || globs.matches(path));

describe('what the checker takes for declared', () => {
  it.each<[string, DeclaredPaths, readonly string[]]>([
    ['a path without an ending and all below it', declared(['libs/a']), ['libs/a', 'libs/a/x.ts']],
    ['a known file and nothing below it', declared(['libs/a'], ['libs/a']), ['libs/a']],
    ['a folder by the files that are known below it', declared(['libs/b.c'], ['libs/b.c/x.ts']), ['libs/b.c/x.ts']],
    [
      'a list with negations, in its order',
      declared(['libs/**', '!libs/a/**', 'libs/a/x.ts']),
      ['libs/a', 'libs/a/x.ts', 'libs/b.c/x.ts'],
    ],
    [
      'nothing of a hub that anybody may write',
      declared(['*.lock', 'yarn.lock'], [], [{ files: ['y*n.lock'], policy: 'union' }]),
      ['y.lock'],
    ],
    [
      'all of a hub that is serialized',
      declared(['yarn.lock'], [], [{ files: ['yarn.lock'], policy: 'serialize' }]),
      ['yarn.lock'],
    ],
    ['nothing at all when nothing is declared', declared([]), []],
  ])('%s', (_, paths, expected) => {
    expect(matching(paths)).toEqual(expected);
  });

  it('agrees with the planner, which asks in another way, about who meets', async () => {
    const glob = fc.constantFrom(
      'a/x.ts',
      'A/X.ts',
      'a',
      'a/**',
      '*/x.ts',
      '!a/x.ts',
      'b',
      'b/*/y',
      '{a,b}/y',
      'x.lock',
      '*.lock',
    );
    const hubs: readonly HubRule[] = [{ files: ['x.*'], policy: 'ignore' }];
    const list = fc.uniqueArray(glob, { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.property(list, list, (one, other) => {
        const tasks = [aTask('a', { writes: one }), aTask('b', { writes: other })];
        const [a, b] = declaredWriters(tasks, [], hubs);
        const planned = a !== undefined && b !== undefined && commonPath(a, b) !== undefined;
        const checked = meetingPath(declared(one, [], hubs), declared(other, [], hubs)) !== undefined;
        expect(checked).toBe(planned);
      }),
    );
  });
});

it('names a path both may write, the same two ways round when there is only one', () => {
  const [a, b] = [declared(['src/a.ts', 'src/b.ts']), declared(['src/*.ts', '!src/a.ts'])];
  expect([meetingPath(a, b), meetingPath(b, a)]).toEqual(['src/b.ts', 'src/b.ts']);
});
