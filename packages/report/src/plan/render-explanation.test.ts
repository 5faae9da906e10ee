import { type PairExplanation, repoPath, taskId } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { aTouch } from '../example-plan.testing.js';
import { renderExplanation } from './render-explanation.js';

const view = { columns: 80, colour: false, unicode: true };
const between = [taskId('order-history-api'), taskId('audit-log')] as const;
const path = 'apps/api/src/orders/orders.controller.ts';
const apart: PairExplanation = {
  between,
  waves: [1, 2],
  relation: { kind: 'apart', reasons: [{ kind: 'write-write', path }] },
  risk: 1,
  shared: [{ path, touches: [aTouch(path, 1, 'declared'), aTouch(path, 0.6, 'brief: Orders')] }],
};

describe('how two tasks stand to each other', () => {
  it('apart, with the whole path and what speaks for it', () => {
    expect(renderExplanation(apart, view)).toBe(`order-history-api and audit-log

Never at the same time, in either order. order-history-api is in wave 1,
audit-log in wave 2.
  ↳ both write apps/api/src/orders/orders.controller.ts

Files both are expected to write
  apps/api/src/orders/orders.controller.ts
    ● order-history-api: certain (declared)
    ◐ audit-log: likely (brief: Orders)
`);
  });

  it('one after the other', () => {
    const relation = {
      kind: 'ordered',
      path: [between[0], taskId('page'), between[1]],
      reasons: [{ kind: 'creates', path: repoPath('a/b.ts') }],
    } as const;
    expect(renderExplanation({ ...apart, relation, shared: [] }, view)).toBe(`order-history-api and audit-log

One after the other: order-history-api, then page, then audit-log.
order-history-api is in wave 1, audit-log in wave 2.
  ↳ page waits for order-history-api: it seems to create b.ts
  ↳ inferred from the briefs; if it need not wait, give page independentOf:
    [order-history-api]

No file is expected to be written by both.
`);
  });

  it('free', () => {
    const text = renderExplanation({ ...apart, waves: [1, 1], relation: { kind: 'free' }, shared: [] }, view);
    expect(text.split('\n')[2]).toBe('Nothing keeps them apart. Both are in wave 1.');
  });

  it('with so many common files that only the likeliest are shown', () => {
    const shared = Array.from({ length: 15 }, (_, n) => ({
      path: `f${n}`,
      touches: [aTouch(`f${n}`, 1, ''), aTouch(`f${n}`, 1, '')] as const,
    }));
    expect(renderExplanation({ ...apart, shared }, view)).toMatch(/ {2}f11\n.*\n.*\n {2}and 3 more\n$/);
  });
});
