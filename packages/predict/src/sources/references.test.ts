import { type RepoPath, repoPath, type SymbolFact } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { foundBy } from '../found-by.testing.js';
import { references } from './references.js';

const PATHS = ['a.ts', 'b.ts', 'c.ts'];
const exporting = new Map<RepoPath, { imports: []; exports: string[] }>([
  [repoPath('a.ts'), { imports: [], exports: ['LoginGuard', 'roundPrice'] }],
]);

function users(brief: string, ...symbols: readonly (readonly [string, readonly string[]])[]) {
  const facts = symbols.map(([name, paths]): SymbolFact => ({ name, declarations: [], references: paths.map(repoPath) }));
  return foundBy(references, aTask('t', { brief }), { paths: PATHS, rest: { modules: exporting }, symbols: facts });
}

it('the users of a symbol that is renamed change with it', () => {
  expect(users('Rename LoginGuard to SessionGuard', ['LoginGuard', ['b.ts', 'c.ts']])).toEqual([
    ['b.ts', 0.9, 'uses LoginGuard'],
    ['c.ts', 0.9, 'uses LoginGuard'],
  ]);
});

it('those of one that is only mended do not', () => {
  expect(users('Fix LoginGuard', ['LoginGuard', ['b.ts']])).toEqual([]);
});

it('of two symbols each has its own users', () => {
  expect(users('Rename LoginGuard. Mend roundPrice.', ['LoginGuard', ['b.ts']], ['roundPrice', ['c.ts']])).toEqual([
    ['b.ts', 0.9, 'uses LoginGuard'],
  ]);
  expect(
    users('Remove LoginGuard and roundPrice', ['LoginGuard', ['b.ts']], ['roundPrice', ['b.ts']]).map(([, , why]) => why),
  ).toEqual(['uses LoginGuard', 'uses roundPrice']);
});

it('nothing is found for a symbol without an answer', () => {
  expect(users('Rename LoginGuard')).toEqual([]);
});
