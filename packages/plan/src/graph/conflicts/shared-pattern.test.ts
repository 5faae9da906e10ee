import { aTask } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { commonPath } from './common-path.js';
import { declaredWriters } from './declared-writer.js';
import { sharedPattern } from './shared-pattern.js';

function shared(...lists: readonly (readonly string[])[]): string | undefined {
  const tasks = lists.map((writes, n) => aTask(`t${n}`, { writes }));
  const [a, b] = declaredWriters(tasks, [], []);
  if (a === undefined || b === undefined) throw new Error('two tasks');
  const { path, invented } = commonPath(a, b) ?? {};
  return path === undefined || invented === undefined ? path : sharedPattern(a, b, path, new Map());
}

it.each<[string, readonly string[], readonly string[], string | undefined]>([
  ['the pattern both declare', ['new/**', 'docs/*.md'], ['new/**', 'api/*'], 'new/**'],
  ['that pattern in the spelling of the first', ['New/**'], ['new/**'], 'New/**'],
  ['the folder of the deeper one', ['src/**'], ['src/orders/**'], 'src/orders/'],
  ['the folder of the only one that has any', ['src/**'], ['**/*.md'], 'src/'],
  ['the narrower pattern where no folder is told', ['*.md'], ['**/*.md'], '**/*.md'],
  ['the folder itself where one of them names it', ['libs/ui'], ['libs/**'], 'libs/ui'],
  ['no pattern that was taken away', ['src/**', '!src/a/**'], ['src/**', '!src/b/**'], 'src/**'],
  ['the path itself where one of them names it', ['src/*'], ['src/a.ts'], 'src/a.ts'],
])('what two tasks share is named by %s', (_, a, b, expected) => {
  expect(shared(a, b)).toBe(expected);
});
