import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CommitId, commitId } from '@breakwater/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Repository } from '../repository.js';
import { aWorld, type World } from '../testing.js';

let world: World;
let repository: Repository;
let place: string;
beforeEach(async () => {
  world = aWorld({ 'apps/a/x.txt': 'a\n', 'apps/b/x.txt': 'b\n', 'readme.md': '' });
  repository = await world.open();
  place = join(world.folder, 'w', 'one');
});
afterEach(() => world.dispose());

const tip = () => commitId(world.git('rev-parse', 'main'));
const open = (base: CommitId) =>
  repository.addWorktree({ path: place, branch: 'breakwater/7f3a/one', base, reason: 'breakwater 7f3a one' });
const filesOf = (commit: string) => world.git('ls-tree', '-r', '--name-only', commit).split('\n');

describe('where the checkout is sparse', () => {
  beforeEach(() => world.git('sparse-checkout', 'set', 'apps/a'));

  it('a worktree holds the same part, and what is written elsewhere is saved all the same', async () => {
    await open(tip());
    expect(readdirSync(join(place, 'apps'))).toEqual(['a']);
    world.write({ 'apps/a/new.txt': '', 'apps/b/new.txt': '', 'apps/b/x.txt': 'changed\n' }, place);
    const kept = await repository.snapshot(place, 'rescue');
    const { commit: saved } = await repository.commitAll(place, 'work');
    const all = ['apps/a/new.txt', 'apps/a/x.txt', 'apps/b/new.txt', 'apps/b/x.txt', 'readme.md'];
    expect([filesOf(saved), filesOf(kept ?? '')]).toEqual([all, all]);
    expect(world.git('show', `${saved}:apps/b/x.txt`)).toBe('changed');
    expect(await repository.removeWorktree(place)).toEqual({ ok: true, value: undefined });
  });

  it('a place of verification holds everything, and stays so when it moves', async () => {
    const before = world.fingerprint();
    const at = (commit: CommitId) => repository.addDetachedWorktree({ path: place, commit, reason: 'breakwater 7f3a verify' });
    const first = tip();
    await at(first);
    expect(readdirSync(join(place, 'apps'))).toEqual(['a', 'b']);
    const next = commitId(world.git('commit-tree', '-p', first, '-m', 'Next', `${first}^{tree}`));
    await at(next);
    expect(readdirSync(join(place, 'apps'))).toEqual(['a', 'b']);
    expect([await repository.uncommitted(place), world.fingerprint()]).toEqual([[], before]);
  });
});

describe('where the commit has a submodule', () => {
  const allowed = ['-c', 'protocol.file.allow=always'];
  const inModule = (...args: readonly string[]) => world.gitAt(join(place, 'libs/vendor'), ...args);

  beforeEach(async () => {
    const vendor = join(world.folder, 'vendor');
    mkdirSync(vendor);
    world.gitAt(vendor, 'init', '--quiet', '--initial-branch=main');
    world.gitAt(vendor, 'commit', '--quiet', '--allow-empty', '--message', 'Begin');
    world.git(...allowed, 'submodule', '--quiet', 'add', vendor, 'libs/vendor');
    world.git('commit', '--quiet', '--message', 'Take vendor in');
    await open(tip());
    world.gitAt(place, ...allowed, 'submodule', '--quiet', 'update', '--init');
  });

  it('it is named', async () => {
    expect(await repository.submodules(tip())).toEqual(['libs/vendor']);
    expect(await repository.submodules(commitId(world.git('rev-parse', 'main~')))).toEqual([]);
  });

  it('a worktree in which it was set up goes, when it has nothing of its own', async () => {
    expect(await repository.removeWorktree(place)).toEqual({ ok: true, value: undefined });
    expect([existsSync(place), world.git('worktree', 'list').split('\n').length]).toEqual([false, 1]);
  });

  it('worktrees are made and moved though the user wants every git to look after submodules', async () => {
    world.git('config', 'submodule.recurse', 'true');
    const [made, moved] = ['two', 'three'].map((name) => join(world.folder, 'w', name)) as [string, string];
    const commits = [tip(), world.commit({ 'later.txt': '' })];
    const order = { path: made, branch: 'breakwater/7f3a/two', base: tip(), reason: 'breakwater 7f3a two' };
    expect(await repository.addWorktree(order)).toMatchObject({ ok: true });
    for (const commit of commits)
      expect(await repository.addDetachedWorktree({ path: moved, commit, reason: 'breakwater' })).toMatchObject({ ok: true });
    world.write({ 'new.txt': '' }, made);
    const { commit: saved } = await repository.commitAll(made, 'work');
    expect((await repository.changes(tip(), saved)).map(({ path }) => path)).toEqual(['new.txt']);
  });

  it('what was committed in it keeps the worktree, whether the submodule is at that commit or not', async () => {
    inModule('checkout', '--quiet', '-b', 'side');
    inModule('commit', '--quiet', '--allow-empty', '--message', 'Work');
    expect(await repository.removeWorktree(place)).toMatchObject({ error: { places: [{ files: ['libs/vendor'] }] } });
    inModule('checkout', '--quiet', '--detach', 'main');
    const refused = await repository.removeWorktree(place);
    const message = `${place} holds submodules with commits that are nowhere else: libs/vendor`;
    expect(refused).toMatchObject({ error: { code: 'E_WORKTREE_ROOT', message } });
    expect(existsSync(join(place, 'libs/vendor'))).toBe(true);
  });
});

it('knows whether a filter is set up', async () => {
  expect(await repository.hasFilter('lfs')).toBe(false);
  world.git('config', 'filter.lfs.smudge', 'cat');
  expect(await repository.hasFilter('lfs')).toBe(true);
});

it('files that go through a filter of the user, as those of git-lfs do, are whole in a worktree and pointers in its commits', async () => {
  world.git('config', 'filter.lfs.smudge', 'sed s/^pointer-to-//');
  world.git('config', 'filter.lfs.clean', 'sed s/^/pointer-to-/');
  await open(world.commit({ '.gitattributes': '*.psd filter=lfs\n', 'old.psd': 'old\n' }));
  expect(readFileSync(join(place, 'old.psd'), 'utf8')).toBe('old\n');
  world.write({ 'new.psd': 'new\n' }, place);
  const { commit: saved } = await repository.commitAll(place, 'work');
  expect(world.git('show', `${saved}:new.psd`)).toBe('pointer-to-new');
});
