import { type ImportEdge, type RepoPath, repoPath } from '@breakwater/model';
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
  return packageTable(new Map<RepoPath, (typeof modules)[number][1]>(modules));
}

it('knows who imports a package from outside, subpaths included, sorted', () => {
  const table = importing({ 'b.ts': [['zod']], 'a.ts': [['zod/v4'], ['@nestjs/core/x']] });
  expect([table.importers('zod'), table.importers('@nestjs/core'), table.importers('left-pad')]).toEqual([
    ['a.ts', 'b.ts'],
    ['a.ts'],
    undefined,
  ]);
});

it('takes neither own files nor the runtime for packages', () => {
  const table = importing({ 'a.ts': [['@shop/money', 'libs/money.ts'], ['./b'], ['fs'], ['node:path'], ['fs/promises']] });
  expect(['@shop/money', './b', 'fs', 'node:path', 'node'].map(table.importers)).toEqual(Array(5).fill(undefined));
});
