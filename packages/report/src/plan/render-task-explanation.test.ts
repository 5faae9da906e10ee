import { type TaskExplanation, taskId } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { examplePlan } from '../example-plan.testing.js';
import { renderTaskExplanation } from './render-task-explanation.js';

const view = { columns: 60, colour: false, unicode: true };
const [audit, api] = [taskId('audit-log'), taskId('order-history-api')];
const pair = { kind: 'pair', between: [api, audit], path: 'apps/api/src/orders/orders.controller.ts' } as const;
const explanation: TaskExplanation = {
  ...{ task: audit, wave: 2, waves: 3, keepsWaiting: [taskId('upgrade-zod')] },
  waits: [{ kind: 'apart', task: api }],
  costs: [
    { constraint: pair, waves: 2 },
    { constraint: { kind: 'task', task: audit }, waves: 3 },
  ],
};

describe('a task explained', () => {
  it('says why it waits, who waits for it, and what would save waves', () => {
    expect(renderTaskExplanation(explanation, examplePlan, view)).toBe(
      [
        'audit-log: in wave 2 of 3',
        '  ↳ not beside order-history-api: both write',
        '    orders.controller.ts',
        '',
        'Others name it as a reason to wait: upgrade-zod',
        '',
        'What would save waves',
        '  2 waves instead of 3 without the overlap of',
        '  order-history-api and audit-log on orders.controller.ts',
        '  and 1 constraint more, which save none',
        '',
      ].join('\n'),
    );
  });

  it('says so when nothing single saves a wave, with what was tried', () => {
    const costs = explanation.costs.map((one) => ({ ...one, waves: 3 }));
    const text = renderTaskExplanation({ ...explanation, keepsWaiting: [], costs }, examplePlan, view);
    expect(text.split('\n').slice(4)).toEqual([
      'Nothing single would save a wave',
      '  3 waves all the same without the overlap of',
      '  order-history-api and audit-log on orders.controller.ts',
      '  3 waves all the same if audit-log could run beside any',
      '  other',
      '',
    ]);
  });

  it('says that nothing holds a task of the first wave', () => {
    const first = { task: api, wave: 1, waves: 3, waits: [], keepsWaiting: [], costs: [] };
    expect(renderTaskExplanation(first, examplePlan, view)).toBe(
      'order-history-api: in wave 1 of 3, the first; nothing holds\nit\n\nNo other task is kept from running beside it.\n',
    );
  });

  it('counts what is not shown', () => {
    const costs = Array.from({ length: 11 }, () => ({ constraint: pair, waves: 2 }));
    expect(renderTaskExplanation({ ...explanation, costs }, examplePlan, view)).toContain(
      'and 3 constraints more, which save as much or less',
    );
  });
});
