import { repoPath } from '@breakwater/model';
import { expect, it } from 'vitest';
import { examplePage, id } from './example-page.testing.js';
import { pairStates } from './pair-states.js';

const { plan } = examplePage;
const [api, page, audit, filters] = ['order-history-api', 'order-history-page', 'audit-log', 'search-filters'].map(id) as never[];

it('tells an order before a conflict, and a conflict before a risk, whichever is named first', () => {
  const states = pairStates(plan);
  const order = { kind: 'ordered', says: 'order-history-api, then order-history-page' };
  expect([states(api!, page!), states(page!, api!)]).toEqual([order, order]);
  const apart = { kind: 'apart', says: 'both write orders.controller.ts' };
  expect([states(api!, audit!), states(audit!, api!)]).toEqual([apart, apart]);
  const risk = { kind: 'risk', p: 0.15, says: '15 %, most likely on libs/contracts/src/order.dto.ts' };
  expect([states(api!, filters!), states(filters!, api!)]).toEqual([risk, risk]);
  expect(states(audit!, filters!)).toBeUndefined();
});

it('says once what a declared and a predicted conflict on one file are about', () => {
  const path = repoPath('libs/a.ts');
  const reasons = [{ kind: 'write-write', path } as const, { kind: 'risk', p: 0.6, path } as const];
  const states = pairStates({ ...plan, precedences: [], conflicts: [{ between: [audit!, filters!], reasons }] });
  expect(states(audit!, filters!)).toEqual({ kind: 'apart', says: 'both write a.ts' });
});

// a -> b -> c
it('knows an order over another task in between', () => {
  const tasks = plan.tasks
    .slice(0, 3)
    .map((task, at) => ({ ...task, id: id('abc'[at]!), after: at === 0 ? [] : [id('abc'[at - 1]!)] }));
  const states = pairStates({ ...plan, tasks, waves: tasks.map((task) => [task.id]), conflicts: [], risks: [] });
  expect(states(id('c'), id('a'))).toEqual({ kind: 'ordered', says: 'a, then c' });
});
