import { expect, it } from 'vitest';
import { accepted, aRig } from './api-rig.testing.js';
import { notPredicted } from './own-files.js';
import { plan } from './plan.js';

const BRIEFS = 'tasks: [{ id: a, brief: Polish the gizmo }, { id: b, brief: Polish the widget }]\n';

it.each([
  ['breakwater.tasks.yaml', {}],
  ['work/list.yaml', { tasksFile: 'work/list.yaml' }],
  ['work [1]/list.yaml', { tasksFile: 'work [1]/list.yaml' }],
  ['..work/list.yaml', { tasksFile: '..work/list.yaml' }],
])('no task is about the list of tasks, though %s holds the words of all', async (file, options) => {
  const { world } = aRig({}, { [file]: BRIEFS, 'src/gizmo.ts': 'export const gizmo = 1;\n' });
  const { plan: made } = accepted(await plan(options, world));
  expect(made.tasks.flatMap(({ writes }) => writes.map(({ path }) => path))).not.toContain(file);
  expect(made.risks.map(({ path }) => path)).not.toContain(file);
});

it('is about files inside the repository only', () => {
  expect(notPredicted(['../elsewhere.yaml', 'tasks']).files).toEqual([
    'breakwater.tasks.{yaml,yml,json}',
    'breakwater.config.{yaml,yml,json}',
    'tasks',
    'tasks/**',
  ]);
});
