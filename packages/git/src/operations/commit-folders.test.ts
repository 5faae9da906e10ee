import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitId } from '@breakwater/model';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Repository } from '../repository.js';
import { aWorld, type World } from '../testing.js';

let world: World;
let repository: Repository;
let place: string;
const branch = 'breakwater/7f3a/a';
const below = (...names: readonly string[]) => names.map((name) => join(world.root, '.git', name));

beforeEach(async () => {
  world = aWorld();
  repository = await world.open();
  const base = commitId(world.git('rev-parse', 'HEAD'));
  const made = await repository.addWorktree({ path: join(world.folder, 'w', 'a'), branch, base, reason: 'a' });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  place = made.value.path;
});
afterEach(() => world.dispose());

it('are those of the worktree, of objects and of the branches of its run; packs and links stay', async () => {
  expect(await repository.commitFolders(place, branch)).toEqual({
    writable: below('worktrees/a', 'objects', 'refs/heads/breakwater/7f3a', 'logs/refs/heads/breakwater/7f3a'),
    fixed: below('worktrees/a/commondir', 'worktrees/a/gitdir', 'objects/info', 'objects/pack'),
  });
});

it('are made again where git took them away when it packed the refs', async () => {
  world.git('pack-refs', '--all');
  const { writable } = await repository.commitFolders(place, branch);
  expect(writable.map((folder) => existsSync(folder))).toEqual([true, true, true, true]);
  expect(world.git('rev-parse', branch)).toBe(world.git('rev-parse', 'main'));
});

it('include packs where objects are fetched as they are looked at', async () => {
  writeFileSync(join(world.root, '.git', 'objects', 'pack', 'pack-1.promisor'), '');
  expect((await repository.commitFolders(place, branch)).fixed).not.toContain(join(world.root, '.git', 'objects', 'pack'));
});
