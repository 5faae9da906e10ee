import { type ModuleRecord, type RepoPath, repoPath } from '@breakwater/model';
import { anIndex } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { knownSymbols } from './known-symbols.js';

it('are the exported names of all modules, for `default` is no name', () => {
  const modules = new Map<RepoPath, ModuleRecord>([
    [repoPath('a.ts'), { imports: [], exports: ['A', 'default'] }],
    [repoPath('b.ts'), { imports: [], exports: ['A', 'b'] }],
  ]);
  const { isExported, unlisted } = knownSymbols(anIndex(['a.ts', 'b.ts'], { modules }));
  expect(['A', 'b', 'default', 'c'].map(isExported)).toEqual([true, true, false, false]);
  expect(unlisted).toBe(false);
});

it('may be more than the index lists where there is C#', () => {
  const { isExported, unlisted } = knownSymbols(anIndex(['Api/Orders.cs']));
  expect([isExported('Orders'), unlisted]).toEqual([false, true]);
});

it('are also the components that are called like their files', () => {
  const path = repoPath('ui/UserCard.vue');
  const { isExported } = knownSymbols(anIndex([path], { modules: new Map([[path, { imports: [], exports: ['default'] }]]) }));
  expect(['UserCard', 'ui'].map(isExported)).toEqual([true, false]);
});
