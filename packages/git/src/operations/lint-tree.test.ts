import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { commitId } from '@breakwater/model';
import { afterEach, expect, it } from 'vitest';
import { aWorld, type World } from '../testing.js';

let world: World;
afterEach(() => world.dispose());

const head = () => commitId(world.git('rev-parse', 'HEAD'));

it('finds what one commit brings in, each once, and nothing that was there', async () => {
  world = aWorld({ 'readme.md': 'x', 'old/Twin': '1', 'old/twin': '2' });
  const base = head();
  symlinkSync('../../outside', join(world.root, 'out'));
  symlinkSync('readme.md', join(world.root, 'inside'));
  world.commit({ 'README.md': 'y', '.gitmodules': '[submodule "x"]\n', 'fine.ts': 'z' });
  const blob = world.git('rev-parse', 'HEAD:fine.ts');
  world.git('update-index', '--add', '--cacheinfo', `160000,${base},vendor`);
  const tree = world.git('write-tree');
  const lines = `${world.git('ls-tree', tree)}\n100644 blob ${blob}\t.GIT\n`;
  const hostile = world.git('-c', 'core.protectNTFS=false', 'commit-tree', '-p', base, '-m', 'x', makeTree(lines));
  const faults = await (await world.open()).lintTree(base, commitId(hostile));
  expect(faults).toEqual([
    { rule: 'git-name', path: '.GIT' },
    { rule: 'submodule', path: '.gitmodules' },
    { rule: 'collision', path: 'README.md', other: 'readme.md' },
    { rule: 'link', path: 'out', target: '../../outside' },
    { rule: 'submodule', path: 'vendor' },
  ]);
});

it('has nothing against an honest change, or a deletion', async () => {
  world = aWorld({ 'a.ts': '1', 'b.ts': '2' });
  const base = head();
  world.git('rm', '--quiet', 'b.ts');
  const commit = world.commit({ 'a.ts': '3', 'c/d.ts': '4' });
  expect(await (await world.open()).lintTree(base, commit)).toEqual([]);
});

function makeTree(lines: string): string {
  return execFileSync('git', ['mktree'], { cwd: world.root, env: world.environment, input: lines, encoding: 'utf8' }).trim();
}
