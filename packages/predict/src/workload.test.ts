import { anIndex, aTask, noTexts } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { predict } from './predict.js';
import { someProjects } from './projects.testing.js';

/** A shop with twelve tasks; t1 t2, t3 t4, t5 t6, t7 t8, t7 t12 and t8 t12 really write a file together. */
const PATHS = [
  'package.json',
  'libs/shared/types/src/index.ts',
  'libs/shared/types/package.json',
  'libs/cart/data-access/src/lib/cart.service.ts',
  'libs/cart/data-access/package.json',
  'libs/checkout/ui/src/lib/validators.ts',
  'apps/api/src/users/handler.ts',
  'apps/api/src/orders/handler.ts',
  'apps/web/src/app/header/header.ts',
  'apps/web/src/app/footer/footer.ts',
  'docs/readme.md',
];
const TYPES = 'libs/shared/types/src';
const CART = 'libs/cart/data-access/src/lib';
const TWELVE = [
  aTask('t1', { brief: 'Money type', writes: [`${TYPES}/lib/money.ts`, `${TYPES}/index.ts`] }),
  aTask('t2', { brief: 'Address type', writes: [`${TYPES}/lib/address.ts`, `${TYPES}/index.ts`] }),
  aTask('t3', { brief: 'Cart totals', dependsOn: ['t1'], writes: [`${CART}/cart.service.ts`] }),
  aTask('t4', { brief: 'Coupons', writes: [`${CART}/cart.service.ts`, `${CART}/coupon.ts`] }),
  aTask('t5', { brief: 'Checkout forms', dependsOn: ['t2'], writes: ['libs/checkout/ui/src/**'] }),
  aTask('t6', { brief: 'Validators', writes: ['libs/checkout/ui/src/lib/validators.ts'] }),
  aTask('t7', { brief: 'Users', writes: ['apps/api/src/users/**', 'package.json'] }),
  aTask('t8', { brief: 'Orders', writes: ['apps/api/src/orders/**', 'package.json'] }),
  aTask('t9', { brief: 'Header', writes: ['apps/web/src/app/header/**'] }),
  aTask('t10', { brief: 'Footer', writes: ['apps/web/src/app/footer/**'] }),
  aTask('t11', { brief: 'Docs', writes: ['docs/*.md'] }),
  aTask('t12', { brief: 'Handlers', writes: ['apps/api/src/*/handler.ts'] }),
];
const index = anIndex(PATHS, { projects: someProjects({ shop: '', types: 'libs/shared/types', cart: 'libs/cart/data-access' }) });

describe('twelve tasks that declare their files', () => {
  const { touchSets: sets, risks } = predict({ tasks: TWELVE, index, symbols: [], texts: noTexts(index), history: [], hubs: [] });

  it('are at risk in exactly the pairs that write a file together', () => {
    const risky = risks.map(({ between, p, path }) => [...between, p > 0.9, path]);
    expect(risky.sort()).toEqual([
      ['t1', 't2', true, `${TYPES}/index.ts`],
      ['t3', 't4', true, `${CART}/cart.service.ts`],
      ['t5', 't6', true, 'libs/checkout/ui/src/lib/validators.ts'],
      ['t7', 't12', true, 'apps/api/src/users/handler.ts'],
      ['t7', 't8', true, 'package.json'],
      ['t8', 't12', true, 'apps/api/src/orders/handler.ts'],
    ]);
  });

  it('create what they declare and is not there', () => {
    expect(sets.flatMap(({ creates }) => creates)).toEqual([
      `${TYPES}/lib/money.ts`,
      `${TYPES}/lib/address.ts`,
      `${CART}/coupon.ts`,
    ]);
  });

  it('are asked nothing, and expect no file they did not declare', () => {
    expect(sets.filter(({ question }) => question !== undefined)).toEqual([]);
    const sources = new Set(sets.flatMap(({ writes }) => writes.map(({ evidence }) => evidence[0]?.source)));
    expect([...sources]).toEqual(['declared']);
  });
});

describe('the same tasks with nothing but their briefs', () => {
  const bare = TWELVE.map((task) => ({ ...task, writes: [] }));
  const { touchSets: sets, risks } = predict({ tasks: bare, index, symbols: [], texts: noTexts(index), history: [], hubs: [] });

  it('are never certain', () => {
    expect(sets.flatMap(({ writes }) => writes.filter(({ confidence }) => confidence !== 'possible'))).toEqual([]);
  });

  it('still put the right file first where a word of the brief is in its path', () => {
    const first = Object.fromEntries(sets.map(({ task, writes }) => [task, writes[0]?.path]));
    expect(first).toMatchObject({
      t6: 'libs/checkout/ui/src/lib/validators.ts',
      t7: 'apps/api/src/users/handler.ts',
      t8: 'apps/api/src/orders/handler.ts',
      t9: 'apps/web/src/app/header/header.ts',
      t10: 'apps/web/src/app/footer/footer.ts',
    });
  });

  it('are kept apart by no mere guess', () => {
    expect(risks.filter(({ p }) => p >= 0.5)).toEqual([]);
  });
});

it('twelve tasks on ten thousand files take well under a second of a processor', () => {
  const paths = Array.from({ length: 10_000 }, (_, n) => `libs/l${n % 100}/src/lib/part${n % 7}/file-${n}.service.ts`);
  const large = anIndex(paths);
  const before = process.cpuUsage();
  predict({
    tasks: TWELVE.map((task) => ({ ...task, writes: ['libs/**', ...task.writes] })),
    index: large,
    symbols: [],
    texts: noTexts(large),
    history: [],
    hubs: [],
  });
  const { user } = process.cpuUsage(before);
  expect(user / 1e6).toBeLessThan(1.5);
});
