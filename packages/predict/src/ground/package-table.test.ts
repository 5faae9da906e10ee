import { type ImportEdge, type RepoPath, repoPath, type TextFacts } from '@breakwater/model';
import { anIndex, noTexts } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { packageTable } from './package-table.js';

function importing(edges: Readonly<Record<string, readonly (readonly [string, string?])[]>>) {
  const modules = Object.entries(edges).map(([path, imports]) => {
    const made = imports.map(([specifier, target]): ImportEdge => {
      const edge = { specifier, names: ['x'], reexport: false };
      return target === undefined ? edge : { ...edge, target: repoPath(target) };
    });
    return [repoPath(path), { imports: made, exports: [] }] as const;
  });
  const index = anIndex(Object.keys(edges), { modules: new Map<RepoPath, (typeof modules)[number][1]>(modules) });
  return (texts: TextFacts = noTexts(index), ...terms: readonly string[]) => packageTable(index, texts, new Set(terms));
}

it('knows who imports a package from outside, subpaths included, sorted', () => {
  const table = importing({ 'b.ts': [['zod']], 'a.ts': [['zod/v4'], ['@nestjs/core/x']] })();
  expect([table.importers('zod'), table.importers('@nestjs/core'), table.importers('left-pad')]).toEqual([
    ['a.ts', 'b.ts'],
    ['a.ts'],
    undefined,
  ]);
});

it('takes neither own files nor the runtime for packages', () => {
  const table = importing({ 'a.ts': [['@shop/money', 'libs/money.ts'], ['./b'], ['fs'], ['node:path'], ['fs/promises']] })();
  expect(['@shop/money', './b', 'fs', 'node:path', 'node'].map(table.importers)).toEqual(Array(5).fill(undefined));
});

it('asks only files that say the rarest word of the name, and those of which no word is known', () => {
  const importers = { 'read.ts': [['@nestjs/core']], 'silent.ts': [['@nestjs/core']], 'unread.ts': [['@nestjs/core']] } as const;
  const one = { files: Uint32Array.of(0), counts: Uint32Array.of(1) };
  const all = { files: Uint32Array.of(0, 1), counts: Uint32Array.of(1, 1) };
  const texts = {
    files: 2,
    averageLength: 9,
    lengths: Uint32Array.of(9, 9, 0),
    postings: new Map([
      ['nestj', one],
      ['core', all],
    ]),
  };
  const asking = (...terms: readonly string[]) => importing(importers)(texts, ...terms).importers('@nestjs/core');
  expect(asking('nestj', 'core')).toEqual(['read.ts', 'unread.ts']);
  expect(asking('core')).toEqual(['read.ts', 'silent.ts', 'unread.ts']);
  expect(asking()).toEqual(['read.ts', 'silent.ts', 'unread.ts']);
});
