import { expect, it } from 'vitest';
import { aHistory } from '../a-past-commit.testing.js';
import { groundOf } from '../found-by.testing.js';
import { someProjects } from '../projects.testing.js';

const ground = groundOf({
  paths: ['libs/cart/cart.ts', 'libs/order/order.ts', 'docs/guide.md', 'cold.ts'],
  rest: { projects: someProjects({ cart: 'libs/cart', order: 'libs/order' }) },
  history: aHistory({
    'docs: cart': ['docs/guide.md'],
    'fix(cart): a': ['libs/cart/cart.ts', 'libs/order/order.ts'],
    'fix(cart): b': ['libs/cart/cart.ts'],
  }),
});
const { heat, files } = ground;
const at = (path: string): number => files.numberOf(path) ?? -1;

it('counts how often files change, recent changes more, and when they last did', () => {
  expect(heat.touches[at('libs/cart/cart.ts')]).toBe(2);
  expect(heat.last[at('libs/cart/cart.ts')]).toBe(1);
  expect(heat.recent[at('docs/guide.md')]).toBeGreaterThan(heat.recent[at('libs/order/order.ts')] ?? 1);
  expect(heat.touches[at('cold.ts')]).toBe(0);
  expect(ground.recentlyChanged.map((file) => ground.paths.all[file])).toEqual([
    'libs/cart/cart.ts',
    'docs/guide.md',
    'libs/order/order.ts',
  ]);
});

it('counts by kind of change and by the scope of their prefix, with the projects they changed', () => {
  expect(heat.ofKind('fix')).toEqual({
    changes: 2,
    touches: new Map([
      [at('libs/cart/cart.ts'), 2],
      [at('libs/order/order.ts'), 1],
    ]),
    projects: new Map([
      [files.projects.of[at('libs/cart/cart.ts')], 2],
      [files.projects.of[at('libs/order/order.ts')], 1],
    ]),
  });
  expect(heat.ofScope('cart').changes).toBe(2);
  expect(heat.ofScope('order')).toEqual({ changes: 0, touches: new Map(), projects: new Map() });
});
