import { type ModuleRecord, type RepoPath, repoPath, type SymbolFact } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { foundBy, type World } from '../found-by.testing.js';
import { someProjects } from '../projects.testing.js';
import { symbols } from './symbols.js';

/** Money is declared in money.ts and used in two files; Page is declared twice. */
const FACTS: readonly SymbolFact[] = [
  fact('MoneyFormat', ['libs/money/money.ts'], ['apps/api/order.ts', 'apps/web/cart.ts']),
  fact('PageList', ['apps/api/page.ts', 'apps/web/page.ts'], []),
  fact('GoneAway', [], []),
];
const WORLD: World = {
  paths: ['libs/money/money.ts', 'apps/api/page.ts', 'apps/web/page.ts', 'apps/api/order.ts', 'apps/web/cart.ts'],
  rest: {
    projects: someProjects({ api: 'apps/api', web: 'apps/web' }),
    modules: new Map<RepoPath, ModuleRecord>([
      [repoPath('libs/money/money.ts'), { imports: [], exports: ['GoneAway', 'MoneyFormat', 'PageList'] }],
    ]),
  },
  symbols: FACTS,
};

function fact(name: string, declarations: readonly string[], users: readonly string[]): SymbolFact {
  return {
    name,
    declarations: declarations.map((path) => ({ path: repoPath(path), line: 1, kind: 'class' })),
    references: users.map(repoPath),
  };
}

it('a named symbol means the file that declares it', () => {
  expect(foundBy(symbols, aTask('t', { brief: 'MoneyFormat drops the cents' }), WORLD)).toEqual([
    ['libs/money/money.ts', 0.9, 'brief: MoneyFormat'],
  ]);
});

it('declared twice, each file gets a share, unless the scope holds one of them', () => {
  const brief = 'Sort the PageList';
  expect(foundBy(symbols, aTask('t', { brief }), WORLD).map(([path, p]) => [path, p])).toEqual([
    ['apps/api/page.ts', 0.64],
    ['apps/web/page.ts', 0.64],
  ]);
  expect(foundBy(symbols, aTask('t', { brief, scope: ['web'] }), WORLD)).toEqual([['apps/web/page.ts', 0.9, 'brief: PageList']]);
});

it('a symbol nobody declares, or nobody answered for, means nothing', () => {
  expect(foundBy(symbols, aTask('t', { brief: 'Fix GoneAway' }), WORLD)).toEqual([]);
  expect(foundBy(symbols, aTask('t', { brief: 'Fix MoneyFormat' }), { ...WORLD, symbols: [] })).toEqual([]);
});
