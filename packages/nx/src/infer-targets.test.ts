import { basename } from 'node:path';
import { expect, it } from 'vitest';
import * as door from './index.js';
import { createNodes } from './infer-targets.js';
import { aFolder } from './nx-rig.testing.js';

const [, infer] = createNodes;
const MANIFEST = { 'package.json': '{"name": "@acme/shop"}' };

it('gives the root of the workspace plan and execute, once, however many files speak for it', async () => {
  const workspaceRoot = aFolder(MANIFEST);
  const nodes = await infer(['breakwater.tasks.yaml', 'breakwater.config.yaml'], undefined, { workspaceRoot });
  expect(nodes.map(([file]) => file)).toEqual(['breakwater.config.yaml']);
  const project = nodes[0]?.[1].projects['.'];
  expect([project?.name, project?.root, Object.keys(project?.targets ?? {})]).toEqual(['@acme/shop', '.', ['plan', 'execute']]);
});

it('calls the targets as nx.json says', async () => {
  const options = { planTargetName: 'waves', executeTargetName: 'sail' };
  const [node] = await infer(['breakwater.tasks.yaml'], options, { workspaceRoot: aFolder(MANIFEST) });
  expect(Object.keys(node?.[1].projects['.']?.targets ?? {})).toEqual(['waves', 'sail']);
});

it('names a root without a package after its folder', async () => {
  const workspaceRoot = aFolder();
  const [node] = await infer(['breakwater.tasks.yaml'], {}, { workspaceRoot });
  expect(workspaceRoot.endsWith(`/${node?.[1].projects['.']?.name}`)).toBe(true);
});

it.each([
  ['begins with a byte order mark', '\ufeff{"name": "@acme/shop"}', '@acme/shop'],
  ['is being written', '{"name": "@acme/sh', undefined],
  ['holds no object', 'null', undefined],
  ['has a name that is none', '{"name": {"first": "shop"}}', undefined],
])('keeps the workspace usable when its manifest %s', async (_, manifest, name) => {
  const workspaceRoot = aFolder({ 'package.json': manifest });
  const [node] = await infer(['breakwater.tasks.yaml'], {}, { workspaceRoot });
  expect(node?.[1].projects['.']?.name).toBe(name ?? basename(workspaceRoot));
});

it('has nothing to add to a workspace that asks for nothing', async () => {
  expect(await infer([], undefined, { workspaceRoot: '/no/such/folder' })).toEqual([]);
});

it('lets a plan come from the cache while nothing it rests on changes, and an execution never', async () => {
  const [node] = await infer(['breakwater.tasks.yaml'], undefined, { workspaceRoot: aFolder(MANIFEST) });
  const { plan, execute } = node?.[1].projects['.']?.targets ?? {};
  expect([plan?.cache, plan?.inputs, plan?.outputs]).toMatchInlineSnapshot(`
    [
      true,
      [
        "{workspaceRoot}/breakwater.{tasks,config}.{yaml,yml,json}",
        "{workspaceRoot}/package.json",
        {
          "runtime": "git rev-parse HEAD",
        },
        {
          "runtime": "git rev-parse --abbrev-ref HEAD",
        },
        {
          "runtime": "git status --porcelain",
        },
      ],
      [
        "{options.out}",
        "{options.html}",
      ],
    ]
  `);
  expect([execute?.cache, execute?.parallelism, execute?.inputs]).toEqual([false, false, undefined]);
});

it('is found by Nx 20 to 24 under the name each of them reads', () => {
  expect(door.createNodesV2).toBe(door.createNodes);
});
