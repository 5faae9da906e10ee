import { join } from 'node:path';
import { commitId } from '@breakwater/model';
import { expect, it } from 'vitest';
import { aWorld } from '../testing.js';

it('sees what differs from a commit, committed there or not, and knows what is ignored', async () => {
  const world = aWorld({ 'a.txt': 'a\n', 'gone.txt': '', '.gitignore': 'cache\n' });
  try {
    const repository = await world.open();
    const base = commitId(world.git('rev-parse', 'HEAD'));
    const worktree = join(world.folder, 'w', 'a');
    await repository.addWorktree({ path: worktree, branch: 'breakwater/7f3a/a', base, reason: 'breakwater 7f3a a' });
    expect(await repository.changedSince(worktree, base)).toEqual([]);
    world.write({ 'made by\nit.txt': '', cache: '' }, worktree);
    world.gitAt(worktree, 'rm', '--quiet', 'gone.txt');
    world.gitAt(worktree, 'commit', '--quiet', '--message', 'x');
    world.write({ 'a.txt': 'changed\n' }, worktree);
    expect(await repository.changedSince(worktree, base)).toEqual(['a.txt', 'gone.txt', 'made by\nit.txt']);
    const ignored = ['cache', 'a.txt', ':(top)cache', 'new.txt'].map((path) => repository.isIgnored(worktree, path));
    expect(await Promise.all(ignored)).toEqual([true, false, false, false]);
  } finally {
    world.dispose();
  }
});
