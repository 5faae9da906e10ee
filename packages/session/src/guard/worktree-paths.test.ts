import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../scripted-world.testing.js';
import { worktreePaths } from './worktree-paths.js';

/** A worktree with a file, a link to it, a link to a folder outside, and one whose target is still to come. */
function world() {
  const outer = tempFolder();
  const worktree = join(outer, 'tree');
  mkdirSync(join(worktree, 'src'), { recursive: true });
  mkdirSync(join(outer, 'other'));
  writeFileSync(join(worktree, 'src', 'a.ts'), '');
  symlinkSync('src/a.ts', join(worktree, 'link.ts'));
  symlinkSync('../other', join(worktree, 'away'));
  return { worktree, cwd: worktree };
}

it.each<[string, readonly string[]]>([
  ['src/a.ts', ['src/a.ts']],
  ['./src/../src/new/b.ts', ['src/new/b.ts']],
  ['link.ts', ['link.ts', 'src/a.ts']],
])('%s is inside', async (name, paths) => {
  expect(await worktreePaths(name, world())).toEqual({ inside: true, paths });
});

it('an absolute name is the same file', async () => {
  const place = world();
  expect(await worktreePaths(join(place.worktree, 'src/a.ts'), place)).toEqual({ inside: true, paths: ['src/a.ts'] });
});

it('names are relative to where the call is made', async () => {
  const place = world();
  expect(await worktreePaths('a.ts', { ...place, cwd: join(place.worktree, 'src') })).toEqual({
    inside: true,
    paths: ['src/a.ts'],
  });
});

it.each(['../x.ts', '/etc/passwd', 'away/x.ts', 'src/../../tree2/x.ts', '.'])('%s is outside', async (name) => {
  const place = world();
  expect(await worktreePaths(name, place)).toEqual({
    inside: false,
    why: `${name} is outside of your worktree ${place.worktree}; write only inside of it`,
  });
});

it.each(['.git', '.git/config', 'sub/.GIT/hooks/x'])("%s is git's", async (name) => {
  expect(await worktreePaths(name, world())).toEqual({ inside: false, why: `${name} belongs to git; leave it alone` });
});
