import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findRepository } from './find-repository.js';
import type { Git } from './git.js';
import { pathOfEntry, placeAt, placeOf, realPathOf, worktreeEntries } from './place.js';
import { aWorld, type World } from './testing.js';

let world: World;
let git: Git;
beforeEach(async () => {
  world = aWorld();
  const found = await findRepository(world.root, world.environment);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  git = found.value;
});
afterEach(() => world.dispose());

const entry = (name: string) => join(world.root, '.git/worktrees', name);

describe('placeAt', () => {
  it('knows the checkout and its worktrees, and nothing else', async () => {
    const linked = join(world.folder, 'linked');
    world.git('worktree', 'add', '--quiet', linked);
    expect((await placeAt(git, world.root))?.directory).toBe(`${world.root}/.git`);
    expect((await placeAt(git, linked))?.directory).toBe(entry('linked'));
    expect(await placeAt(git, world.folder)).toBeUndefined();
    await expect(placeOf(git, world.folder)).rejects.toThrow('is not a worktree of');
  });

  it('finds a worktree through a symbolic link, as git writes paths without them', async () => {
    world.git('worktree', 'add', '--quiet', join(world.folder, 'w', 'a'));
    symlinkSync(join(world.folder, 'w'), join(world.folder, 'link'));
    expect((await placeAt(git, join(world.folder, 'link', 'a')))?.path).toBe(join(world.folder, 'w', 'a'));
  });

  it('reads relative paths, as newer gits may write them', async () => {
    world.git('worktree', 'add', '--quiet', join(world.folder, 'a'));
    writeFileSync(join(entry('a'), 'gitdir'), '../../../../a/.git\n');
    expect(await pathOfEntry(entry('a'))).toBe(join(world.folder, 'a'));
    expect((await placeAt(git, join(world.folder, 'a')))?.directory).toBe(entry('a'));
  });
});

describe('worktreeEntries and pathOfEntry', () => {
  it('list entries sorted, half made ones too, which have no path yet', async () => {
    expect(await worktreeEntries(git)).toEqual([]);
    for (const name of ['b', 'a']) mkdirSync(entry(name), { recursive: true });
    writeFileSync(join(entry('b'), 'gitdir'), '');
    expect(await worktreeEntries(git)).toEqual([entry('a'), entry('b')]);
    expect(await Promise.all([entry('a'), entry('b')].map(pathOfEntry))).toEqual([undefined, undefined]);
  });
});

describe('realPathOf', () => {
  it('resolves links above a path that is not there', async () => {
    symlinkSync(world.root, join(world.folder, 'link'));
    expect(await realPathOf(join(world.folder, 'link', 'gone'))).toBe(join(world.root, 'gone'));
    expect(await realPathOf('/nowhere/at/all')).toBe('/nowhere/at/all');
  });
});
