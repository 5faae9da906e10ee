import { expect, it } from 'vitest';
import { boundsPart } from './bounds-part.js';
import { examplePage, exampleRoster, id, seen } from './example-page.testing.js';

const { plan } = examplePage;

it('says of every pair that is ordered or kept apart why, with the whole path', () => {
  expect(seen(boundsPart(examplePage, exampleRoster)).slice(2)).toEqual([
    'One after the other 1',
    'order-history-page waits for order-history-api: declared in dependsOn',
    'Never side by side 2',
    'order-history-api and audit-log: both write apps/api/src/orders/orders.controller.ts',
    'order-history-api and upgrade-zod: both likely write libs/contracts/src/order.dto.ts',
  ]);
});

it('folds what is more than a person reads', () => {
  const [first] = plan.conflicts;
  const conflicts = Array.from({ length: 14 }, (_, at) => ({ ...first!, between: [id('a'), id(`b${at}`)] as const }));
  const lines = seen(boundsPart({ ...examplePage, plan: { ...plan, conflicts, precedences: [] } }, exampleRoster)).slice(2);
  expect([lines[0], lines[13], lines.length]).toEqual(['Never side by side 14', '2 more', 16]);
});

it('is not there where tasks are free', () => {
  expect(boundsPart({ ...examplePage, plan: { ...plan, conflicts: [], precedences: [] } }, exampleRoster)).toBeUndefined();
});
