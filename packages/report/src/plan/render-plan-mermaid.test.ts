import type { TaskId } from '@breakwater/model';
import { expect, it } from 'vitest';
import { examplePlan } from '../example-plan.testing.js';
import { renderPlanMermaid } from './render-plan-mermaid.js';

it('is a box a wave, arrows for order and dotted lines for pairs kept apart', () => {
  expect(renderPlanMermaid(examplePlan)).toBe(`flowchart TD
  subgraph wave1["Wave 1"]
    t1["order-history-api"]
    t2["fix-login-redirect"]
    t3["search-filters"]
  end
  subgraph wave2["Wave 2"]
    t4["order-history-page"]
    t5["audit-log"]
    t6["price-rounding-tests"]
  end
  subgraph wave3["Wave 3"]
    t7["upgrade-zod"]
    t8["make-app-faster"]
  end
  t1 --> t4
  t1 -.- t5
  t1 -.- t7
`);
});

it('draws no dotted line where an arrow is', () => {
  const [first] = examplePlan.precedences;
  const conflicts = [{ between: [first!.before, first!.after], reasons: [{ kind: 'write-write', path: 'x' }] }] as const;
  expect(renderPlanMermaid({ ...examplePlan, conflicts })).not.toContain('-.-');
});

it('lets no label become markup', () => {
  const hostile = 'a"]; click t1 "javascript:x" <b>\x1b' as TaskId;
  const plan = { ...examplePlan, waves: [[hostile]], precedences: [], conflicts: [] };
  expect(renderPlanMermaid(plan).split('\n')[2]).toBe(
    '    t1["a#34;#93;#59; click t1 #34;javascript#58;x#34; #60;b#62;#92;x1b"]',
  );
});
