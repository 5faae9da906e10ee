import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CommitId, commitId } from '@breakwater/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Repository } from '../repository.js';
import { aWorld, type World } from '../testing.js';

let world: World;
let repository: Repository;
let base: CommitId;
let worktree: string;
beforeEach(() => begin());
async function begin(init: readonly string[] = []): Promise<void> {
  world = aWorld({ 'a.txt': 'a\n', 'b.txt': 'b\n' }, init);
  repository = await world.open();
  base = commitId(world.git('rev-parse', 'HEAD'));
  worktree = join(world.folder, 'w', 'a');
  await repository.addWorktree({ path: worktree, branch: 'breakwater/7f3a/a', base, reason: 'breakwater 7f3a a' });
}
afterEach(() => world.dispose());

/** Work of the session: its commit. */
async function worked(files: Readonly<Record<string, string>>): Promise<CommitId> {
  world.write(files, worktree);
  return (await repository.commitAll(worktree, 'work')).commit;
}

describe('mergeInto', () => {
  it('merges with files, on the branch of the worktree alone', async () => {
    const work = await worked({ 'a.txt': 'ours\n' });
    const theirs = world.commit({ 'b.txt': 'theirs\n' });
    const before = world.fingerprint();
    expect(await repository.mergeInto(worktree, { commit: theirs, message: 'Bring up' })).toMatchObject({ conflicts: [] });
    expect(world.gitAt(worktree, 'log', '-1', '--format=%P|%s|%an')).toBe(`${work} ${theirs}|Bring up|Ann`);
    expect(['a.txt', 'b.txt'].map((name) => readFileSync(join(worktree, name), 'utf8'))).toEqual(['ours\n', 'theirs\n']);
    expect(world.fingerprint()).toEqual(before);
  });

  it('settles what it is told to, the side of the commit first, and leaves the rest for somebody to resolve', async () => {
    world.commit({ 'log.md': '# Log\n', 'x.lock': '0\n', 'gone.lock': '0\n', 'kept.lock': '0\n' });
    const begin = commitId(world.git('rev-parse', 'HEAD'));
    await repository.switchBranch(worktree, { branch: 'breakwater/7f3a/b', reset: begin });
    const session = {
      'log.md': '# Log\n- mine\n',
      'x.lock': 'mine\n',
      'gone.lock': 'mine\n',
      'a.txt': 'mine\n',
      'new.md': 'mine\n',
    };
    rmSync(join(worktree, 'kept.lock'));
    const work = await worked(session);
    rmSync(join(world.root, 'gone.lock'));
    const tip = world.commit({
      'log.md': '# Log\n- theirs\n',
      'x.lock': 'theirs\n',
      'kept.lock': '1\n',
      'a.txt': 'theirs\n',
      'new.md': 'theirs\n',
    });
    const settle = (path: string) => (path.endsWith('.md') ? 'union' : path.endsWith('.lock') ? 'ours' : undefined);
    expect(await repository.mergeInto(worktree, { commit: tip, message: 'Bring up', settle })).toEqual({
      conflicts: ['a.txt'],
      settled: [
        { path: 'gone.lock', by: 'ours' },
        { path: 'kept.lock', by: 'ours' },
        { path: 'log.md', by: 'union' },
        { path: 'new.md', by: 'union' },
        { path: 'x.lock', by: 'ours' },
      ],
    });
    world.write({ 'a.txt': 'both\n' }, worktree);
    const { commit: merged } = await repository.commitAll(worktree, 'Resolve');
    const show = (path: string) => world.git('show', `${merged}:${path}`);
    expect(['log.md', 'new.md', 'x.lock', 'kept.lock', 'a.txt'].map(show)).toEqual([
      '# Log\n- theirs\n- mine',
      'theirs\nmine',
      'theirs',
      '1',
      'both',
    ]);
    expect(world.git('ls-tree', '--name-only', merged)).not.toContain('gone.lock');
    expect(world.git('log', '-1', '--format=%P', merged)).toBe(`${work} ${tip}`);
  });

  it('concludes the merge when everything that conflicts is settled', async () => {
    const work = await worked({ 'a.txt': 'ours\n' });
    const theirs = world.commit({ 'a.txt': 'theirs\n' });
    const order = { commit: theirs, message: 'Bring up', settle: (): 'ours' => 'ours' };
    expect(await repository.mergeInto(worktree, order)).toEqual({ conflicts: [], settled: [{ path: 'a.txt', by: 'ours' }] });
    expect(world.gitAt(worktree, 'log', '-1', '--format=%P|%s')).toBe(`${work} ${theirs}|Bring up`);
    expect([world.gitAt(worktree, 'status', '--porcelain'), readFileSync(join(worktree, 'a.txt'), 'utf8')]).toEqual([
      '',
      'theirs\n',
    ]);
  });

  it('takes a file away that is to go, with ids of SHA-256 too', async () => {
    world.dispose();
    await begin(['--object-format=sha256']);
    await worked({ 'a.txt': 'ours\n' });
    rmSync(join(world.root, 'a.txt'));
    const order = { commit: world.commit({ 'b.txt': 'theirs\n' }), message: 'Bring up', settle: (): 'ours' => 'ours' };
    expect(await repository.mergeInto(worktree, order)).toEqual({ conflicts: [], settled: [{ path: 'a.txt', by: 'ours' }] });
    expect(world.gitAt(worktree, 'ls-tree', '--name-only', 'HEAD')).toBe('b.txt');
  });

  it('leaves a conflict for somebody to resolve, who concludes it by a commit', async () => {
    const work = await worked({ 'a.txt': 'ours\n' });
    const theirs = world.commit({ 'a.txt': 'theirs\n', 'b.txt': 'theirs\n' });
    expect(await repository.mergeInto(worktree, { commit: theirs, message: 'Bring up' })).toMatchObject({ conflicts: ['a.txt'] });
    expect(readFileSync(join(worktree, 'a.txt'), 'utf8')).toContain('<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> ');
    writeFileSync(join(worktree, 'a.txt'), 'both\n');
    const { commit: tip } = await repository.commitAll(worktree, 'Both');
    expect(world.gitAt(worktree, 'log', '-1', '--format=%P', tip)).toBe(`${work} ${theirs}`);
  });

  it('takes no resolution from what git remembers of earlier ones, and leaves nothing there', async () => {
    for (const name of ['rerere.enabled', 'rerere.autoUpdate']) world.git('config', name, 'true');
    const resolved = (branch: string) => {
      world.git('checkout', '--quiet', '-b', branch, base);
      world.commit({ 'a.txt': 'ours\n' });
      expect(() => world.git('merge', 'theirs')).toThrow();
    };
    world.git('checkout', '--quiet', '-b', 'theirs');
    const theirs = world.commit({ 'a.txt': 'theirs\n' });
    resolved('remembered');
    world.commit({ 'a.txt': 'both\n' });
    const before = world.fingerprint();
    await worked({ 'a.txt': 'ours\n' });
    expect(await repository.mergeInto(worktree, { commit: theirs, message: 'Bring up' })).toMatchObject({ conflicts: ['a.txt'] });
    expect(readFileSync(join(worktree, 'a.txt'), 'utf8')).toContain('<<<<<<<');
    expect(world.fingerprint()).toEqual(before);
  });

  it('has nothing to do with what is in the work already', async () => {
    const work = await worked({ 'a.txt': 'ours\n' });
    expect(await repository.mergeInto(worktree, { commit: base, message: 'x' })).toMatchObject({ conflicts: [] });
    expect(await repository.worktreeHead(worktree)).toBe(work);
  });

  it('refuses, as an error, what would overwrite a file that is in no commit', async () => {
    const theirs = world.commit({ 'new.txt': 'theirs\n' });
    world.write({ 'new.txt': 'mine\n' }, worktree);
    await expect(repository.mergeInto(worktree, { commit: theirs, message: 'x' })).rejects.toThrow('new.txt');
    expect(readFileSync(join(worktree, 'new.txt'), 'utf8')).toBe('mine\n');
  });
});

describe('switchBranch', () => {
  it('leaves all as it is, and the first branch where it was', async () => {
    const work = await worked({ 'a.txt': 'ours\n' });
    world.write({ 'a.txt': 'half\n', 'new.txt': '' }, worktree);
    await repository.switchBranch(worktree, { branch: 'breakwater/7f3a/a@2' });
    expect(world.gitAt(worktree, 'status', '--porcelain', '--branch')).toBe('## breakwater/7f3a/a@2\n M a.txt\n?? new.txt');
    expect(world.git('rev-parse', 'breakwater/7f3a/a', 'breakwater/7f3a/a@2')).toBe(`${work}\n${work}`);
  });

  it('with reset takes back a merge that was left half done', async () => {
    const work = await worked({ 'a.txt': 'ours\n' });
    const theirs = world.commit({ 'a.txt': 'theirs\n', 'c.txt': 'theirs\n' });
    await repository.mergeInto(worktree, { commit: theirs, message: 'x' });
    await repository.switchBranch(worktree, { branch: 'breakwater/7f3a/a@2', reset: work });
    expect(world.gitAt(worktree, 'status', '--porcelain', '--branch')).toBe('## breakwater/7f3a/a@2');
    expect(readFileSync(join(worktree, 'a.txt'), 'utf8')).toBe('ours\n');
    expect(await repository.mergeInto(worktree, { commit: theirs, message: 'x' })).toMatchObject({ conflicts: ['a.txt'] });
  });
});
