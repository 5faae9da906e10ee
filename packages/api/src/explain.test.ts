import { describe, expect, it } from 'vitest';
import { accepted, aRig, refused } from './api-rig.testing.js';
import { explain, explainOne } from './explain.js';

const TASKS = `tasks:
  - { id: a, brief: x, writes: [readme.md] }
  - { id: b, brief: y, writes: [readme.md] }
  - { id: c, brief: z, writes: [c.txt], dependsOn: [a] }
`;

describe('explain', () => {
  it.each([
    [
      'a',
      'b',
      {
        kind: 'apart',
        reasons: [
          { kind: 'write-write', path: 'readme.md' },
          { kind: 'risk', path: 'readme.md' },
        ],
      },
    ],
    ['a', 'c', { kind: 'ordered', path: ['a', 'c'], reasons: [{ kind: 'declared' }] }],
    ['b', 'c', { kind: 'free' }],
  ])('tells how %s and %s stand to each other', async (a, b, relation) => {
    const { world } = aRig({}, { 'breakwater.tasks.yaml': TASKS });
    expect(accepted(await explain(a, b, {}, world)).relation).toMatchObject(relation);
  });

  it('needs two tasks that are there', async () => {
    const { world } = aRig({}, { 'breakwater.tasks.yaml': TASKS });
    expect(refused(await explain('a', 'a', {}, world))).toMatchObject({
      reason: 'usage',
      message: 'a is named twice; explain needs two tasks.',
    });
    for (const [a, b] of [
      ['q', 'a'],
      ['a', 'q'],
    ] as const)
      expect(refused(await explain(a, b, {}, world))).toMatchObject({
        diagnostics: [{ code: 'E_TASK_UNKNOWN', message: 'there is no task "q"' }],
      });
    expect(refused(await explain('a', 'b', { only: ['a'] }, world))).toMatchObject({
      diagnostics: [{ hint: 'The tasks are: a' }],
    });
  });
});

describe('explain of one task', () => {
  it('tells what holds it and what the plan would be without that', async () => {
    const { world } = aRig({}, { 'breakwater.tasks.yaml': TASKS });
    const { explanation, plan } = accepted(await explainOne('c', {}, world));
    expect(plan.waves).toHaveLength(2);
    expect(explanation).toMatchObject({ wave: 2, waves: 2, waits: [{ kind: 'after', task: 'a' }], keepsWaiting: [] });
    const costs = explanation.costs.map(({ constraint, waves }) => `${constraint.kind} ${waves}`);
    expect(costs).toEqual(['order 2', 'concurrency 2']);
  });

  it('needs a task that is there', async () => {
    const { world } = aRig({}, { 'breakwater.tasks.yaml': TASKS });
    expect(refused(await explainOne('q', {}, world))).toMatchObject({ diagnostics: [{ code: 'E_TASK_UNKNOWN' }] });
  });
});
