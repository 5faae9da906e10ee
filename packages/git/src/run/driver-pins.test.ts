import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commitId } from '@breakwater/model';
import { expect, it } from 'vitest';
import { aWorld, type World } from '../testing.js';

/** Files that ask for the drivers of a session or of the person. */
const FILES = { '.gitattributes': 'a.txt filter=x\nm.txt merge=x\nlfs.txt filter=lfs\n', 'a.txt': 'a\n', 'm.txt': '1\n2\n3\n' };

/** A shell command that leaves a trace, for a filter hands content on. */
const trace = (world: World) => `cat; touch ${join(world.folder, 'ran')}`;

/** What a session of a worktree may write. */
function plant(world: World): void {
  for (const part of ['clean', 'smudge']) world.git('config', `filter.x.${part}`, trace(world));
  world.git('config', 'filter.x.required', 'true');
  world.git('config', 'merge.x.driver', `touch ${join(world.folder, 'ran')}; exit 0`);
}

it('a filter or merge driver that is planted during a run is not started by our git, and files stay what they are', async () => {
  await using world = disposing(aWorld(FILES));
  const repository = await world.open();
  await repository.pinDrivers();
  const worktree = join(world.folder, 'w');
  const base = commitId(world.git('rev-parse', 'HEAD'));
  plant(world);
  const reason = 'test';
  expect(await repository.addWorktree({ path: worktree, branch: 'breakwater/7f3a/a', base, reason })).toMatchObject({ ok: true });
  world.write({ 'a.txt': 'b\n', 'm.txt': '1\n2\nours\n' }, worktree);
  await repository.snapshot(worktree, 's');
  const { commit: ours } = await repository.commitAll(worktree, 'c');
  const theirs = world.commit({ 'm.txt': 'theirs\n2\n3\n' });
  const ran = join(world.folder, 'ran');
  // The user's own commit just now has started it, so it works.
  world.git('rm', '--quiet', '--cached', 'a.txt');
  world.git('add', 'a.txt');
  expect(existsSync(ran)).toBe(true);
  rmSync(ran);
  const merged = await repository.merge(ours, theirs);
  expect(merged).toMatchObject({ merged: true });
  expect(world.git('show', `${merged.merged ? merged.tree : ''}:m.txt`)).toBe('theirs\n2\nours');
  expect(await repository.mergeInto(worktree, { commit: theirs, message: 'm' })).toMatchObject({ conflicts: [] });
  expect(world.git('show', 'breakwater/7f3a/a:a.txt', 'breakwater/7f3a/a:m.txt')).toBe('b\ntheirs\n2\nours');
  expect(existsSync(ran)).toBe(false);
});

it('without the pins it would be', async () => {
  await using world = disposing(aWorld(FILES));
  const repository = await world.open();
  plant(world);
  const order = { path: join(world.folder, 'w'), branch: 'breakwater/7f3a/a', base: commitId(world.git('rev-parse', 'HEAD')) };
  await repository.addWorktree({ ...order, reason: 'test' });
  expect(existsSync(join(world.folder, 'ran'))).toBe(true);
});

it('what the person has configured goes on working, whatever a session makes of it', async () => {
  await using world = disposing(aWorld(FILES));
  world.git('config', 'filter.x.smudge', 'tr a-z A-Z');
  const repository = await world.open();
  await repository.pinDrivers();
  world.git('config', 'filter.x.smudge', trace(world));
  const order = { path: join(world.folder, 'w'), branch: 'breakwater/7f3a/a', base: commitId(world.git('rev-parse', 'HEAD')) };
  await repository.addWorktree({ ...order, reason: 'test' });
  expect(readFileSync(join(order.path, 'a.txt'), 'utf8')).toBe('A\n');
  expect(existsSync(join(world.folder, 'ran'))).toBe(false);
});

it.each(['a=b', 'WithCapitals', 'dots.in.it'])('a driver may be called %s', async (name) => {
  await using world = disposing(aWorld({ '.gitattributes': `a.txt filter=${name}\n`, 'a.txt': 'a\n' }));
  const repository = await world.open();
  await repository.pinDrivers();
  world.git('config', `filter.${name}.smudge`, trace(world));
  const order = { path: join(world.folder, 'w'), branch: 'breakwater/7f3a/a', base: commitId(world.git('rev-parse', 'HEAD')) };
  expect(await repository.addWorktree({ ...order, reason: 'test' })).toMatchObject({ ok: true });
  expect(existsSync(join(world.folder, 'ran'))).toBe(false);
});

it('drivers that were kept hold in a later sitting, and are answered to be kept', async () => {
  await using world = disposing(aWorld(FILES));
  world.git('config', 'filter.x.smudge', 'tr a-z A-Z');
  const kept = await (await world.open()).pinDrivers();
  expect(kept).toEqual([['filter.x.smudge', 'tr a-z A-Z']]);
  plant(world);
  const repository = await world.open();
  expect(await repository.pinDrivers(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  const order = { path: join(world.folder, 'w'), branch: 'breakwater/7f3a/a', base: commitId(world.git('rev-parse', 'HEAD')) };
  await repository.addWorktree({ ...order, reason: 'test' });
  expect(readFileSync(join(order.path, 'a.txt'), 'utf8')).toBe('A\n');
  expect(existsSync(join(world.folder, 'ran'))).toBe(false);
});

function disposing(world: World): World & AsyncDisposable {
  return { ...world, [Symbol.asyncDispose]: async () => world.dispose() };
}
