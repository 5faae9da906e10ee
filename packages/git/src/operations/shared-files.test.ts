import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Repository } from '../repository.js';
import { aWorld, type World } from '../testing.js';

let world: World;
let repository: Repository;
let worktree: string;

beforeEach(async () => {
  world = aWorld();
  repository = await world.open();
  worktree = join(world.folder, 'w');
  const { commit } = await repository.head();
  if (commit !== null)
    await repository.addWorktree({ path: worktree, branch: 'breakwater/7f3a/a', base: commit, reason: 'test' });
});

afterEach(() => world.dispose());

/** Paths whose digests differ after something was done. */
async function changedBy(deed: () => void): Promise<readonly string[]> {
  const before = await repository.sharedFiles(worktree);
  deed();
  const after = await repository.sharedFiles(worktree);
  return [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path)).sort();
}

it('tells what was written where every git of the repository looks', async () => {
  expect(await changedBy(() => world.write({ '.git/info/attributes': '* merge=x\n' }))).toEqual(['info/attributes']);
  expect(await changedBy(() => world.write({ '.git/hooks/pre-push': 'x' }))).toEqual(['hooks/pre-push']);
  expect(await changedBy(() => world.git('config', 'alias.st', '!evil'))).toEqual(['config']);
  expect(await changedBy(() => world.write({ '.git/objects/info/alternates': '/x\n' }))).toEqual(['objects/info/alternates']);
  expect(await changedBy(() => world.write({ '.git/worktrees/w/config.worktree': '[a]\n' }))).toEqual([
    'worktrees/w/config.worktree',
  ]);
});

it('tells what was written into the configuration of the person, and into what it includes', async () => {
  world.write({ 'home/more': '[alias]\n\tx = y\n' }, world.folder);
  world.git('config', '--global', 'include.path', join(world.folder, 'home/more'));
  const home = join(world.folder, 'home');
  expect(await changedBy(() => world.git('config', '--global', 'alias.st', '!evil'))).toEqual([join(home, '.gitconfig')]);
  expect(await changedBy(() => world.write({ 'home/more': '[alias]\n\tx = !evil\n' }, world.folder))).toEqual([
    join(home, 'more'),
  ]);
});

it('tells what was written into the folder that is configured for hooks', async () => {
  const hooks = join(world.folder, 'hooks');
  world.git('config', 'core.hooksPath', hooks);
  world.write({ 'pre-commit': 'a' }, hooks);
  expect(await changedBy(() => world.write({ 'pre-commit': 'b' }, hooks))).toEqual([join(hooks, 'pre-commit')]);
  world.git('config', 'core.hooksPath', '.husky/_');
  expect(await changedBy(() => world.write({ '.husky/_/pre-push': 'x' }))).toEqual([join(world.root, '.husky/_/pre-push')]);
});

it('tells a configuration that no git can read', async () => {
  expect(await changedBy(() => world.write({ '.git/config': 'nonsense' }))).toContain('config');
});

it('says nothing of what a commit writes', async () => {
  rmSync(join(worktree, 'a.txt'));
  expect(await changedBy(() => world.gitAt(worktree, 'commit', '--quiet', '--all', '--message', 'x'))).toEqual([]);
});
