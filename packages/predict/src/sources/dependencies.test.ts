import { type ModuleRecord, type RepoPath, repoPath } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { foundBy } from '../found-by.testing.js';
import { dependencies } from './dependencies.js';

const imports = [{ specifier: 'zod', names: ['z'], reexport: false }];
const WORLD = {
  paths: ['package.json', 'package-lock.json', 'libs/a/package.json', 'libs/a/schema.ts', 'libs/a/other.ts'],
  rest: { modules: new Map<RepoPath, ModuleRecord>([[repoPath('libs/a/schema.ts'), { imports, exports: [] }]]) },
};
const MANIFESTS = [
  ['package-lock.json', 0.93, 'brief: dependency'],
  ['package.json', 0.93, 'brief: dependency'],
];

it.each([
  'Upgrade zod to version 4',
  'Upgrade `zod`.',
  'Replace zod with valibot',
  'Bump the package zod and test',
  'Remove zod',
])('a change of an imported package writes manifest, lockfile and importers: %s', (brief) => {
  expect(foundBy(dependencies, aTask('t', { brief }), WORLD)).toEqual([...MANIFESTS, ['libs/a/schema.ts', 0.4, 'imports zod']]);
});

it.each(['Update the dev dependencies', 'Add left-pad as a dependency', 'Remove unused dependencies'])(
  'talk of dependencies writes manifest and lockfile: %s',
  (brief) => {
    expect(foundBy(dependencies, aTask('t', { brief }), WORLD)).toEqual(MANIFESTS);
  },
);

it.each([
  'Update the zod schema',
  'Add a zod check',
  'Validate with zod',
  'Replace left-pad with our own',
  'Show the dependencies of a task',
])('other sentences change no dependency: %s', (brief) => {
  expect(foundBy(dependencies, aTask('t', { brief }), WORLD)).toEqual([]);
});

it('a package that many files import says little of each', () => {
  const many = Array.from({ length: 30 }, (_, n) => repoPath(`libs/a/f${n}.ts`));
  const modules = new Map<RepoPath, ModuleRecord>(many.map((path) => [path, { imports, exports: [] }]));
  const found = foundBy(dependencies, aTask('t', { brief: 'Upgrade zod' }), { paths: many, rest: { modules } });
  expect(found.map(([, p]) => p)).toEqual(Array(30).fill(0.2));
});
