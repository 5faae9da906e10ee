import { expect, it } from 'vitest';
import { aRig } from './lane-rig.testing.js';

it('says which of git’s own files a session changed, and nothing of one that only commits', async () => {
  const rig = await aRig({ 'a.txt': 'a\n' });
  const said: unknown[] = [];
  const handler = { ...rig.handler, news: (lane: { readonly news: unknown }) => said.push(lane.news) };
  await rig.lanes.open(rig.order('quiet', "fs.writeFileSync('b.txt', ''); git('add', '.'); git('commit', '-qm', 'b')"), handler);
  expect(said).not.toContainEqual(expect.objectContaining({ kind: 'git-changed' }));
  const plant =
    "git('config', 'filter.x.clean', 'evil'); const hooks = git('rev-parse', '--git-common-dir').toString().trim() + '/hooks';" +
    "fs.mkdirSync(hooks, { recursive: true }); fs.writeFileSync(hooks + '/post-checkout', '#!/bin/sh'); fs.writeFileSync('c.txt', '')";
  await rig.lanes.open(rig.order('planting', plant), handler);
  expect(said).toContainEqual({ kind: 'git-changed', paths: ['config', 'hooks/post-checkout'] });
});

it('says which ignored files that decide what runs it wrote, at any depth; the others are in its diff', async () => {
  const rig = await aRig({ 'a.txt': 'a\n', '.gitignore': '*.local.json\n.mcp.json\nCLAUDE.local.md\n*.log\n' });
  const paths = ['.claude/settings.local.json', 'apps/api/.claude/x.local.json', 'apps/.mcp.json', 'CLAUDE.local.md'];
  const all = [...paths, 'CLAUDE.md', 'x.log', 'node_modules/y/.mcp.json'];
  const write = `for (const path of ${JSON.stringify(all)}) { fs.mkdirSync(require('node:path').dirname(path), { recursive: true }); fs.writeFileSync(path, 'x'); }`;
  await rig.lanes.open(rig.order('api', write), rig.handler);
  expect(rig.news.map(({ news }) => news)).toContainEqual({ kind: 'git-changed', paths: [], ignored: paths.toSorted() });
});
