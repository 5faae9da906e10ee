import { describe, expect, it } from 'vitest';
import { accepted, aRig, refused } from './api-rig.testing.js';
import { explain } from './explain.js';

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
