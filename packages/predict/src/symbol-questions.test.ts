import { type ModuleRecord, type RepoPath, repoPath } from '@breakwater/model';
import { anIndex, aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { symbolQuestions } from './symbol-questions.js';

function exporting(...exports: readonly string[]): ReadonlyMap<RepoPath, ModuleRecord> {
  return new Map([[repoPath('src/a.ts'), { imports: [], exports }]]);
}

function asked(brief: string, ...exports: readonly string[]): readonly string[] {
  const index = anIndex(['src/a.ts'], { modules: exporting(...exports) });
  return symbolQuestions([aTask('t', { brief })], index).map(({ name }) => name);
}

describe('names that look like symbols', () => {
  it.each([
    ['Fix LoginGuard', ['LoginGuard']],
    ['Fix the `Money` type', ['Money']],
    ['Fix `formatCents(value)`', ['formatCents']],
    ['Raise MAX_RETRIES and parse_date', ['MAX_RETRIES', 'parse_date']],
    ['CartService.add is slow', ['CartService.add']],
    ['`CartService.add` is slow, LoginGuard. Not LoginGuard!', ['CartService.add', 'LoginGuard']],
    ['Fix HTMLParser', ['HTMLParser']],
  ])('are asked about: %s', (brief, names) => {
    const exports = ['LoginGuard', 'Money', 'formatCents', 'MAX_RETRIES', 'parse_date', 'CartService', 'HTMLParser'];
    expect(asked(brief, ...exports)).toEqual(names);
  });

  it.each([
    ['a plain word, though something is called so', 'Fix the Money type and the default'],
    ['part of a path', 'Fix src/LoginGuard/x.ts and `src/LoginGuard.ts`'],
    ['part of a file name', 'Fix LoginGuard.component.ts'],
    ['part of another word', 'Fix MyLoginGuard and LoginGuardian'],
    ['what is exported nowhere', 'Use TypeScript on GitHub with `JavaScript`'],
  ])('are not: %s', (_, brief) => {
    expect(asked(brief, 'LoginGuard', 'Money', 'default')).toEqual([]);
  });

  it('may be anything capitalised where the index does not list the symbols', () => {
    const index = anIndex(['Api/OrdersController.cs']);
    expect(symbolQuestions([aTask('t', { brief: 'Page the OrdersController, `Money`, `orders` and iPhone' })], index)).toEqual([
      { name: 'OrdersController', references: false },
    ]);
  });
});

it('asks each symbol once for all tasks, sorted, with references if any task needs them', () => {
  const index = anIndex(['src/a.ts'], { modules: exporting('LoginGuard', 'CartService') });
  const tasks = [aTask('a', { brief: 'Fix LoginGuard' }), aTask('b', { brief: 'Rename LoginGuard. Fix CartService' })];
  const expected = [
    { name: 'CartService', references: false },
    { name: 'LoginGuard', references: true },
  ];
  expect(symbolQuestions(tasks, index)).toEqual(expected);
  expect(symbolQuestions([...tasks].reverse(), index)).toEqual(expected);
});

it('finds symbols in the title too', () => {
  const index = anIndex(['src/a.ts'], { modules: exporting('LoginGuard') });
  expect(symbolQuestions([aTask('a', { title: 'Remove LoginGuard', brief: 'It is not needed.' })], index)).toEqual([
    { name: 'LoginGuard', references: true },
  ]);
});
