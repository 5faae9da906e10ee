import { commitId } from '@breakwater/model';
import { expect, test } from 'vitest';
import { affectedBy } from './affected-by.js';
import { aRig } from './api-rig.testing.js';

const FILES = {
  'nx.json': '{}',
  'package.json': '{"name": "shop", "workspaces": ["libs/*"]}',
  'libs/core/package.json': '{"name": "@shop/core", "main": "index.js"}',
  'libs/core/index.js': '',
  'libs/web/package.json': '{"name": "@shop/web"}',
  'libs/web/index.js': "import '@shop/core';\n",
};

test('what changed between two commits concerns its projects and their dependents, as the tree or a tool says', async () => {
  const rig = aRig({ a: 'x' }, FILES);
  const base = commitId(rig.git('rev-parse', 'HEAD'));
  rig.write({ 'libs/core/index.js': 'export {};\n', 'readme.md': 'x\n' });
  rig.git('commit', '-qam', 'Change core');
  const change = { base, head: commitId(rig.git('rev-parse', 'HEAD')) };
  const repository = await rig.repository();
  expect(await affectedBy({ ...change, known: [] }, repository)).toEqual({
    projects: ['@shop/core'],
    affected: ['@shop/core', '@shop/web'],
  });
  const known = [
    { name: 'core', root: 'libs/core', tags: [], dependsOn: [] },
    { name: 'docs', root: '', tags: [], dependsOn: ['core'] },
  ];
  expect(await affectedBy({ ...change, known }, repository)).toEqual({
    projects: ['core', 'docs'],
    affected: ['@shop/web', 'core', 'docs'],
  });
});
