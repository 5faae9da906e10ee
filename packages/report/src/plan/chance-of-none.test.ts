import { taskId } from '@breakwater/model';
import { expect, it } from 'vitest';
import { examplePlan } from '../example-plan.testing.js';
import { chanceOfNone, inListedOrder } from './chance-of-none.js';

it('multiplies the pairs that run side by side', () => {
  expect(chanceOfNone(examplePlan, examplePlan.waves)).toBeCloseTo((1 - 0.15) * (1 - 0.1));
});

it('is certain when nobody runs beside anybody', () => {
  expect(
    chanceOfNone(
      examplePlan,
      examplePlan.tasks.map(({ id }) => [id]),
    ),
  ).toBe(1);
});

it('does not count pairs of which one is in no group', () => {
  expect(chanceOfNone(examplePlan, [[taskId('order-history-api')]])).toBe(1);
});

it('takes the listed order so many at a time', () => {
  expect(inListedOrder(examplePlan).map((group) => group.join(' '))).toEqual([
    'order-history-api order-history-page fix-login-redirect',
    'audit-log search-filters price-rounding-tests',
    'upgrade-zod make-app-faster',
  ]);
});
