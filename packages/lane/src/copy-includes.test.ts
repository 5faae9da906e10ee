import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyIncludes } from './copy-includes.js';
import { aRig, type Rig, tempFolder, writeFiles } from './lane-rig.testing.js';

/** A rig with one worktree of ours. */
async function withPlace(files: Readonly<Record<string, string>>): Promise<{ readonly rig: Rig; readonly place: string }> {
  const rig = await aRig(files);
  const place = join(rig.worktrees, 'api');
  const added = await rig.repository.addWorktree({ path: place, branch: 'breakwater/7f3a/api', base: rig.base, reason: 'test' });
  if (!added.ok) throw new Error(JSON.stringify(added.error));
  return { rig, place };
}

const copy = ({ rig, place }: Awaited<ReturnType<typeof withPlace>>, patterns: readonly string[]) =>
  copyIncludes({ repository: rig.repository, patterns, place });

test('a link in the worktree that leads elsewhere is not written through', async () => {
  const outside = tempFolder();
  const rig = await aRig({ '.gitignore': 'config/.env\n' });
  symlinkSync(outside, join(rig.shop, 'config'));
  rig.git('add', '-A');
  rig.git('commit', '-q', '-m', 'A link');
  const base = (await rig.repository.head()).commit!;
  const place = join(rig.worktrees, 'api');
  await rig.repository.addWorktree({ path: place, branch: 'breakwater/7f3a/api', base, reason: 'test' });
  rig.git('rm', '-q', 'config');
  writeFiles(rig.shop, { 'config/.env': 'SECRET=1' });
  expect(await copy({ rig, place }, ['.env'])).toEqual([]);
  expect(existsSync(join(outside, '.env'))).toBe(false);
});

test('other repositories and installed packages inside the checkout are not searched', async () => {
  const world = await withPlace({ '.gitignore': '.env\nlanes\nnode_modules\n' });
  writeFiles(world.rig.shop, {
    'lanes/x/.env': 'OTHER=1',
    'lanes/x/.git': 'gitdir: elsewhere',
    'node_modules/p/.env': 'P=1',
    'a/.env': 'A=1',
  });
  expect(await copy(world, ['.env'])).toEqual([]);
  expect(['lanes/x/.env', 'node_modules/p/.env', 'a/.env'].map((path) => existsSync(join(world.place, path)))).toEqual([
    false,
    false,
    true,
  ]);
});

test('what is there is not replaced, and a folder in the way is no error', async () => {
  const world = await withPlace({ '.gitignore': '.env\nb\n', '.env.example': 'tracked' });
  writeFiles(world.rig.shop, { '.env': 'USER=1', '.env.example': 'edited', 'b/.env': 'B=1' });
  writeFiles(world.place, { '.env': 'LANE=1', b: 'a file' });
  expect(await copy(world, ['.env*'])).toEqual([]);
  expect(readFileSync(join(world.place, '.env'), 'utf8')).toBe('LANE=1');
  expect(readFileSync(join(world.place, '.env.example'), 'utf8')).toBe('tracked');
});

test('no patterns, no search; a folder that fits is not a file', async () => {
  const world = await withPlace({ '.gitignore': '.env\n' });
  mkdirSync(join(world.rig.shop, '.env'));
  expect([await copy(world, []), await copy(world, ['.env'])]).toEqual([[], []]);
  expect(existsSync(join(world.place, '.env'))).toBe(false);
});

test('.worktreeinclude lists more, as .gitignore would, and links and installed packages stay', async () => {
  const world = await withPlace({
    '.gitignore': 'secrets\n*.local\nnode_modules\n',
    '.worktreeinclude': '# for every worktree\nsecrets/**\n!secrets/old.pem\n/*.local\nnode_modules\nexposed.txt\n',
  });
  writeFiles(world.rig.shop, {
    ...{ 'secrets/dev.pem': 'dev', 'secrets/deep/x.pem': 'x', 'secrets/old.pem': 'old' },
    ...{ 'top.local': 'top', 'apps/deep.local': 'deep', 'node_modules/p/index.js': '', 'exposed.txt': '' },
  });
  symlinkSync('/etc/hostname', join(world.rig.shop, 'link.local'));
  const before = world.rig.fingerprint();
  expect(await copy(world, ['deep.local'])).toEqual([
    'exposed.txt is not copied: git does not ignore it, so it would be committed',
  ]);
  const all = [
    'secrets/dev.pem',
    'secrets/deep/x.pem',
    'secrets/old.pem',
    'top.local',
    'apps/deep.local',
    'node_modules',
    'link.local',
  ];
  expect(all.filter((path) => existsSync(join(world.place, path)))).toEqual([
    ...['secrets/dev.pem', 'secrets/deep/x.pem', 'top.local', 'apps/deep.local'],
  ]);
  expect(world.rig.fingerprint()).toEqual(before);
});
