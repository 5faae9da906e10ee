import type { Plan } from '@breakwater/model';
import { expect, it } from 'vitest';
import { planned } from '../example-plan.testing.js';
import { examplePage, exampleRoster, id, seen } from './example-page.testing.js';
import { pairsPart } from './pairs-part.js';

const { plan } = examplePage;
const withPlan = (changes: Partial<Plan>) => seen(pairsPart({ ...examplePage, plan: { ...plan, ...changes } }, exampleRoster));

it('lists pairs that run side by side and may meet, likeliest first', () => {
  expect(seen(pairsPart(examplePage, exampleRoster)).slice(1, 5)).toEqual([
    'The chance that two tasks write one file, as the model sees it; not yet measured on this repository.',
    'Side by side, and may meet 2',
    'order-history-api and search-filters: 15 %, most likely on libs/contracts/src/order.dto.ts',
    'order-history-page and audit-log: 10 %',
  ]);
});

it('counts every pair that nothing keeps apart for side by side in a stream', () => {
  const between = [id('search-filters'), id('upgrade-zod')] as const;
  const risks = [...plan.risks, { between, p: 0.05 }];
  expect(withPlan({ risks })).not.toContain('search-filters and upgrade-zod: 5 %');
  expect(withPlan({ risks, schedule: 'stream' })).toContain('search-filters and upgrade-zod: 5 %');
  const kept = { between: [id('order-history-api'), id('audit-log')] as const, p: 0.2 };
  expect(withPlan({ risks: [kept], schedule: 'stream' })).toContain('Side by side, and may meet 0');
});

it('folds what hardly ever happens, and says when there is nothing else', () => {
  const risks = [{ between: [id('order-history-page'), id('audit-log')] as const, p: 0.004 }];
  expect(withPlan({ risks }).slice(2, 6)).toEqual([
    'Side by side, and may meet 0',
    'No two tasks that run side by side are expected to meet as often as in 1 run of 100.',
    '1 more',
    'order-history-page and audit-log: under 1 %',
  ]);
});

it('draws no more pairs than a person can tell apart, and none of a single task', () => {
  const tasks = Array.from({ length: 41 }, (_, at) => planned(`t${at}`, 1, [undefined, 0]));
  expect(withPlan({})).toContain('Every pair');
  expect(withPlan({ tasks, waves: [tasks.map((task) => task.id)], risks: [] })).not.toContain('Every pair');
  expect(withPlan({ tasks: tasks.slice(0, 1) })).toEqual([]);
});
