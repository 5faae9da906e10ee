import { type HubRule, type Plan, repoPath, seededRandom, type Task, type Touch } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { describe, expect, it, test } from 'vitest';
import { aPlan } from '../scripted-world.testing.js';
import { type Territory, territoryOf } from './territory.js';

const { id: API } = aTask('api');
const { id: PAGE } = aTask('page');

/** Two tasks; what is predicted for the first, path to probability in percent. */
function territory(
  predicted: readonly (readonly [string, number])[],
  writes: readonly string[] = [],
  hubs?: readonly HubRule[],
): Territory {
  const touches: readonly Touch[] = predicted.map(([path, percent]) => ({
    ...{ path: repoPath(path), p: percent / 100, confidence: 'likely', evidence: [] },
  }));
  const plan = aPlan([['api', 'page']]);
  const planned: Plan = { ...plan, tasks: plan.tasks.map((task) => (task.id === API ? { ...task, writes: touches } : task)) };
  const tasks: readonly Task[] = [aTask('api', { writes }), aTask('page')];
  return territoryOf(planned, tasks, hubs);
}

/** Those of the paths that the first task's globs name. */
function declared(writes: readonly string[], paths: readonly string[]): readonly string[] {
  const { declares } = territory([], writes);
  return paths.filter((path) => declares(API, path));
}

describe('what a task declares', () => {
  test.each<[readonly string[], readonly string[], readonly string[]]>([
    [[], [], ['a.ts', 'libs/a.ts']],
    [['libs'], ['libs', 'libs/a.ts', 'LIBS/deep/a.ts'], ['libs2/a.ts', 'x/libs/a.ts', 'lib']],
    [['libs/'], [], ['libs2/a.ts']],
    [['src/*.ts'], ['src/a.ts', 'src/Ä.TS'], ['src/a/b.ts', 'src/a.ts/x']],
    [['my libs/größe'], ['my libs/größe/a.ts', 'My Libs/GRÖSSE'.replace('SS', 'ß')], ['my libs/grösse/a.ts']],
    [
      ['libs', '!libs/gen'],
      ['libs/a.ts', 'libs/gen.ts'],
      ['libs/gen', 'libs/gen/a.ts'],
    ],
    [
      ['**', '!docs/**'],
      ['a.ts', 'src/docs/a.md'],
      ['docs/a.md', 'DOCS/a/b.md'],
    ],
  ])('%j: %j and not %j', (writes, fits, fitsNot) => {
    expect(declared(writes, [...fits, ...fitsNot])).toEqual(fits);
  });

  it('as a folder is all below it and nothing beside it, wherever that is', () => {
    const random = seededRandom(7);
    const name = () => ['a', 'B', 'a b', 'é', '日本', 'x.y'][random(6)] ?? '';
    const path = () => Array.from({ length: 1 + random(3) }, name).join('/');
    for (let n = 0; n < 200; n += 1) {
      const [folder, paths] = [path(), Array.from({ length: 8 }, path)];
      const below = paths.filter((one) => `${one}/`.toLowerCase().startsWith(`${folder}/`.toLowerCase()));
      expect(declared([folder], paths)).toEqual(below);
    }
  });

  it('is nothing of its neighbour’s', () => {
    const { declares, isOwn, isWithin, certain } = territory([['a.ts', 95]], ['a.ts']);
    expect([declares, isOwn, isWithin].map((asks) => [asks(API, 'a.ts'), asks(PAGE, 'a.ts')])).toEqual(
      Array(3).fill([true, false]),
    );
    expect([certain(API), certain(PAGE), certain(aTask('strange').id)]).toEqual([['a.ts'], [], []]);
  });
});

describe('what is predicted for a task', () => {
  it('is its own from likely on, within a closed fence already when possible, and certain only when it is', () => {
    const { isOwn, isWithin, certain } = territory([
      ['possible.ts', 1],
      ['likely.ts', 50],
      ['z-certain.ts', 95],
      ['Certain.ts', 95],
    ]);
    const paths = ['possible.ts', 'LIKELY.ts', 'certain.ts', 'z-certain.ts', 'other.ts'];
    expect(paths.filter((path) => isOwn(API, path))).toEqual(['LIKELY.ts', 'certain.ts', 'z-certain.ts']);
    expect(paths.filter((path) => isWithin(API, path))).toEqual(paths.slice(0, 4));
    expect(certain(API)).toEqual(['Certain.ts', 'z-certain.ts']);
  });

  it('counts the surer of two files whose names differ only in case, in any order', () => {
    const both = [['README.md', 95] as const, ['readme.md', 5] as const];
    for (const predicted of [both, [...both].reverse()]) {
      const { isOwn, certain } = territory(predicted);
      expect([isOwn(API, 'README.md'), isOwn(API, 'ReadMe.md'), certain(API)]).toEqual([true, true, ['README.md']]);
    }
  });
});

describe('a file of a hub', () => {
  const hubs: readonly HubRule[] = [
    { files: ['*.lock', '!yarn.lock'], policy: 'regenerate', command: 'make' },
    { files: ['CHANGELOG.md'], policy: 'union' },
    { files: ['routes.ts'], policy: 'serialize' },
  ];

  it('is shared unless its policy keeps tasks apart, in any case of its letters', () => {
    const { isShared } = territory([], [], hubs);
    const paths = ['a.lock', 'A.LOCK', 'yarn.lock', 'changelog.md', 'docs/CHANGELOG.md', 'routes.ts'];
    expect(paths.filter(isShared)).toEqual(['a.lock', 'A.LOCK', 'changelog.md']);
    expect(paths.filter(territory([]).isShared)).toEqual([]);
  });

  it('is shared by its own rule, whatever another one takes away from itself', () => {
    const yarn: HubRule = { files: ['yarn.lock'], policy: 'union' };
    for (const rules of [
      [yarn, ...hubs],
      [...hubs, yarn],
    ])
      expect(territory([], [], rules).isShared('yarn.lock')).toBe(true);
  });

  it('is claimed by nobody at the start when it is shared, however certain', () => {
    const predicted = [['CHANGELOG.md', 95] as const, ['routes.ts', 95] as const];
    expect(territory(predicted, [], hubs).certain(API)).toEqual(['routes.ts']);
  });
});
