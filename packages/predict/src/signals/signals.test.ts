import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { aHistory } from '../a-past-commit.testing.js';
import { groundOf, type World } from '../found-by.testing.js';
import { viewTask } from '../outlook.js';
import { someProjects } from '../projects.testing.js';
import { candidates } from './candidates.js';
import { FILE_SIGNALS, measureFiles } from './signals.js';

const WORLD: World = {
  paths: ['libs/cart/total.ts', 'libs/cart/index.ts', 'libs/order/page.spec.ts', 'yarn.lock', 'docs/cart.md'],
  rest: { projects: someProjects({ cart: 'libs/cart', order: 'libs/order' }) },
  history: aHistory({ 'fix(cart): rounding': ['libs/cart/total.ts', 'yarn.lock'], 'docs: cart': ['docs/cart.md'] }),
};
const ground = groundOf(WORLD);

/** Some of what is measured of a file, by name. */
function measured(path: string, wanted: Parameters<typeof aTask>[1], names: readonly string[]): readonly number[] {
  const { view } = viewTask(aTask('t', { title: 't', ...wanted }), ground);
  const row = measureFiles(view)(ground.files.numberOf(path) ?? -1);
  expect(row).toHaveLength(FILE_SIGNALS.length);
  return names.map((name) => Math.round((row[FILE_SIGNALS.indexOf(name)] ?? Number.NaN) * 1000) / 1000);
}

describe('of a file is measured', () => {
  it('how its name and path fit the words', () => {
    const brief = 'Round the total';
    expect(measured('libs/cart/total.ts', { brief }, ['named', 'path', 'pathRank'])).toEqual([1, 1, 0]);
    expect(measured('libs/cart/index.ts', { brief }, ['named', 'path', 'pathRank'])).toEqual([0, 0, 8.006]);
  });

  it('how often changes of the same kind and scope changed it', () => {
    const brief = 'fix(cart): sums';
    const [lift = 0, ...scope] = measured('libs/cart/total.ts', { brief }, ['kindLift', 'scopeRate', 'scopeKnown']);
    expect(lift).toBeGreaterThan(0);
    expect(scope).toEqual([0.167, 1]);
    expect(measured('docs/cart.md', { brief }, ['kindLift', 'scopeRate', 'last'])[0]).toBeLessThan(0);
  });

  it('whether it lies in the scope, and whether that was declared', () => {
    const names = ['declared', 'inScope', 'namedProject'];
    expect(measured('libs/cart/total.ts', { brief: 'Sums', scope: ['cart'] }, names)).toEqual([1, 1, 0]);
    expect(measured('libs/order/page.spec.ts', { brief: 'Sums', scope: ['cart'] }, names)).toEqual([-1, -1, 0]);
    expect(measured('libs/order/page.spec.ts', { brief: 'fix(order): page' }, names)).toEqual([0, 1, 1]);
    expect(measured('libs/cart/total.ts', { brief: 'Sums' }, names)).toEqual([0, 0, 0]);
  });

  it('what the brief says outright', () => {
    expect(measured('libs/cart/index.ts', { brief: 'Tidy libs/cart/index.ts' }, ['said', 'saidOfAny'])).toEqual([0.95, 0.95]);
    expect(measured('libs/cart/total.ts', { brief: 'Tidy libs/cart/index.ts' }, ['said', 'saidOfAny'])).toEqual([0, 0.95]);
  });
});

it('candidates are found by words, by history and by what is said, and never what tools write', () => {
  const found = (brief: string) =>
    candidates(viewTask(aTask('t', { title: 't', brief }), ground).view).map((file) => ground.paths.all[file]);
  const often = ['docs/cart.md', 'libs/cart/total.ts'];
  expect(found('See to it')).toEqual(often);
  expect(found('See to the page')).toEqual([...often, 'libs/order/page.spec.ts']);
  expect(found('See to libs/cart/index.ts and yarn.lock')).toContain('libs/cart/index.ts');
  expect(found('See to yarn.lock')).toEqual(often);
});
