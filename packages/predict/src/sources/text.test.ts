import { aTask } from '@breakwater/model/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foundBy } from '../found-by.testing.js';
import { someProjects } from '../projects.testing.js';
import { textProbability } from '../text/text-probability.js';
import { text } from './text.js';

const FILLING = Array.from({ length: 30 }, (_, n) => `misc/m${n}/thing${n}.ts`);
const PATHS = ['apps/web/src/orders/history.page.ts', 'apps/api/src/orders/history.ts', 'apps/web/src/login.ts', ...FILLING];
const world = { paths: PATHS, rest: { projects: someProjects({ web: 'apps/web', api: 'apps/api' }) } };

it('words of the brief point at paths that have them, rarely two words less than one', () => {
  const found = foundBy(text, aTask('t', { brief: 'Sort the history pages of orders' }), world);
  expect(found[0]).toEqual(['apps/web/src/orders/history.page.ts', 0.28, 'words: pages']);
  expect(found.map(([path]) => path)).toEqual(['apps/web/src/orders/history.page.ts', 'apps/api/src/orders/history.ts']);
});

it('the scope lifts files inside it and lowers those outside', () => {
  const brief = 'Sort the history of orders';
  const free = new Map(foundBy(text, aTask('t', { brief }), world).map(([path, p]) => [path, p]));
  const scoped = new Map(foundBy(text, aTask('t', { brief, scope: ['web'] }), world).map(([path, p]) => [path, p]));
  const [inside = '', outside = ''] = PATHS;
  expect(scoped.get(inside)).toBeGreaterThan(free.get(inside) ?? 1);
  expect(scoped.get(outside)).toBeLessThan(free.get(outside) ?? 0);
});

it('of a task that declares globs only files inside them count', () => {
  const task = aTask('t', { brief: 'Sort the history of orders', writes: ['apps/api/**'] });
  expect(foundBy(text, task, world).map(([path]) => path)).toEqual(['apps/api/src/orders/history.ts']);
});

it('of a task that declares a folder by its name only files below it count', () => {
  const task = aTask('t', { brief: 'Sort the history of orders', writes: ['apps/web'] });
  expect(foundBy(text, task, world).map(([path]) => path)).toEqual(['apps/web/src/orders/history.page.ts']);
});

it('the id speaks too, stop words and words of no path do not', () => {
  expect(foundBy(text, aTask('fix-login', { brief: 'It fails.' }), world).map(([path]) => path)).toEqual([
    'apps/web/src/login.ts',
  ]);
  expect(foundBy(text, aTask('t', { brief: 'Make it work with more support' }), world)).toEqual([]);
});

it('words that are in many paths tell nothing', () => {
  expect(foundBy(text, aTask('t', { brief: 'Some misc thing' }), world)).toEqual([]);
});

it('never makes a file likely; later places and common words only lower it', async () => {
  const rank = fc.integer({ min: 1, max: 250 });
  const inScope = fc.constantFrom(true, false, undefined);
  await fc.assert(
    fc.property(rank, rank, inScope, (place, sharing, scope) => {
      const p = textProbability({ rank: place, sharing, inScope: scope });
      expect(p).toBeGreaterThan(0);
      expect(p).toBeLessThanOrEqual(0.35);
      expect(textProbability({ rank: place + 1, sharing, inScope: scope })).toBeLessThanOrEqual(p);
      expect(textProbability({ rank: place, sharing: sharing + 1, inScope: scope })).toBeLessThanOrEqual(p);
    }),
  );
});
