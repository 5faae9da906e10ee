import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CommitId, commitId } from '@breakwater/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Repository } from '../repository.js';
import { aWorld, type World } from '../testing.js';

let world: World;
let repository: Repository;
let base: CommitId;
let worktree: string;
beforeEach(async () => {
  world = aWorld({ 'a.txt': 'a\n', 'gone.txt': 'gone\n', '.gitignore': 'ignored\n' });
  repository = await world.open();
  base = commitId(world.git('rev-parse', 'HEAD'));
  worktree = join(world.folder, 'w', 'a');
  await repository.addWorktree({ path: worktree, branch: 'breakwater/7f3a/a', base, reason: 'breakwater 7f3a a' });
});
afterEach(() => world.dispose());

const filesOf = (commit: CommitId) => world.git('ls-tree', '-r', '--name-only', '-z', commit).split('\0').filter(Boolean);
const inWorktree = (...args: readonly string[]) => world.gitAt(worktree, ...args);

describe('commitAll', () => {
  it('commits changed, new and deleted files on the branch of the worktree, in the name of the user', async () => {
    world.write({ 'a.txt': 'changed\n', 'new\nfile.txt': 'new\n', ignored: '' }, worktree);
    inWorktree('rm', '--quiet', 'gone.txt');
    symlinkSync('a.txt', join(worktree, 'link'));
    const { commit: tip } = await repository.commitAll(worktree, 'Add order history\n\nBreakwater-Task: a');
    expect(world.git('rev-parse', 'breakwater/7f3a/a')).toBe(tip);
    expect(filesOf(tip)).toEqual(['.gitignore', 'a.txt', 'link', 'new\nfile.txt']);
    expect(world.git('log', '-1', '--format=%P|%an <%ae>|%B', tip)).toBe(
      `${base}|Ann <ann@example.org>|Add order history\n\nBreakwater-Task: a`,
    );
    expect(await repository.uncommitted(worktree)).toEqual([]);
  });

  it('answers the present tip when nothing is left to commit', async () => {
    expect((await repository.commitAll(worktree, 'nothing')).commit).toBe(base);
    world.write({ ignored: '' }, worktree);
    expect((await repository.commitAll(worktree, 'nothing')).commit).toBe(base);
  });

  it('adds to what the session committed itself', async () => {
    world.write({ 'one.txt': '' }, worktree);
    inWorktree('add', '.');
    inWorktree('commit', '--quiet', '--message', 'by the session');
    world.write({ 'two.txt': '' }, worktree);
    const { commit: tip } = await repository.commitAll(worktree, 'rest');
    expect(world.git('log', '--format=%s', `${base}..${tip}`)).toBe('rest\nby the session');
  });

  it('lets no hook, signature, template or editor of the user interfere', async () => {
    const trap = `#!/bin/sh\ntouch ${world.folder}/ran\nexit 1\n`;
    for (const hook of [
      'pre-commit',
      'commit-msg',
      'post-commit',
      'post-checkout',
      'reference-transaction',
      'post-index-change',
    ]) {
      world.write({ [`.git/hooks/${hook}`]: trap, [`traps/${hook}`]: trap });
    }
    for (const folder of ['.git/hooks', 'traps'])
      world.gitAt(world.folder, '-c', `alias.x=!chmod +x ${world.root}/${folder}/*`, 'x');
    world.git('config', 'core.hooksPath', join(world.root, 'traps'));
    world.git('config', 'commit.gpgSign', 'true');
    world.git('config', 'gpg.program', '/bin/false');
    world.git('config', 'core.editor', `touch ${world.folder}/ran`);
    world.git('config', 'core.fsmonitor', join(world.root, 'traps/pre-commit'));
    world.write({ 'new.txt': '' }, worktree);
    const { commit: tip } = await repository.commitAll(worktree, 'work');
    expect(filesOf(tip)).toContain('new.txt');
    expect(existsSync(join(world.folder, 'ran'))).toBe(false);
  });

  it('changes no line ends of files it does not change, whatever core.autocrlf says', async () => {
    const mixed = world.commit({ 'unix.txt': 'a\nb\n', 'dos.txt': 'a\r\nb\r\n' });
    world.git('config', 'core.autocrlf', 'true');
    const path = join(world.folder, 'w', 'b');
    await repository.addWorktree({ path, branch: 'breakwater/7f3a/b', base: mixed, reason: 'breakwater' });
    expect((await repository.commitAll(path, 'nothing')).commit).toBe(mixed);
    world.write({ 'new.txt': 'one\r\ntwo\r\n' }, path);
    const { commit: tip } = await repository.commitAll(path, 'work');
    expect(await repository.changes(mixed, tip)).toEqual([{ path: 'new.txt', added: 2, removed: 0 }]);
    expect(await repository.readBlob(world.git('rev-parse', `${tip}:new.txt`))).toBe('one\ntwo\n');
  });

  it('saves a file whose line ends core.safecrlf would have refused', async () => {
    world.git('config', 'core.autocrlf', 'input');
    world.git('config', 'core.safecrlf', 'true');
    world.write({ 'mixed.txt': 'one\r\ntwo\n' }, worktree);
    const { commit: tip } = await repository.commitAll(worktree, 'work');
    expect(filesOf(tip)).toContain('mixed.txt');
  });

  it('does not turn a repository inside the worktree into a bare pointer, and names it', async () => {
    world.write({ 'nested repo/x.txt': '', 'unborn/y.txt': '', 'new.txt': '' }, worktree);
    world.gitAt(join(worktree, 'nested repo'), 'init', '--quiet');
    world.gitAt(join(worktree, 'nested repo'), 'add', '.');
    world.gitAt(join(worktree, 'nested repo'), 'commit', '--quiet', '--message', 'inside');
    world.gitAt(join(worktree, 'unborn'), 'init', '--quiet');
    const saved = await repository.commitAll(worktree, 'work');
    expect(filesOf(saved.commit)).toEqual(['.gitignore', 'a.txt', 'gone.txt', 'new.txt']);
    expect(saved.embedded).toEqual(['nested repo', 'unborn']);
    expect(await repository.embeddedRepositories(worktree)).toEqual(saved.embedded);
    expect(await repository.removeWorktree(worktree)).toMatchObject({ error: { reason: 'unsaved-work' } });
  });

  it('commits all that can be read, and names what cannot, which stays', async () => {
    rmSync(join(worktree, 'gone.txt'));
    execFileSync('mkfifo', [join(worktree, 'gone.txt')]);
    world.write({ 'a.txt': 'changed\n', 'z.txt': 'new\n' }, worktree);
    const kept = await repository.snapshot(worktree, 'rescue');
    const saved = await repository.commitAll(worktree, 'work');
    const changed = [saved.commit, kept ?? ''].map((commit) => world.git('diff', '--name-only', base, commit).split('\n'));
    expect([saved.unreadable, ...changed]).toEqual([['gone.txt'], ['a.txt', 'z.txt'], ['a.txt', 'z.txt']]);
    const refused = await repository.removeWorktree(worktree, [saved.commit]);
    expect(refused).toEqual({ ok: false, error: { reason: 'unsaved-work', places: [{ place: worktree, files: ['gone.txt'] }] } });
  });

  it('finishes a merge the session left open', async () => {
    world.write({ 'a.txt': 'ours\n' }, worktree);
    await repository.commitAll(worktree, 'ours');
    const theirs = world.commit({ 'a.txt': 'theirs\n' });
    expect(() => inWorktree('merge', theirs)).toThrow();
    world.write({ 'a.txt': 'both\n' }, worktree);
    const { commit: tip } = await repository.commitAll(worktree, 'merged');
    expect(await repository.isAncestor(theirs, tip)).toBe(true);
    expect(existsSync(join(world.root, '.git/worktrees/a/MERGE_HEAD'))).toBe(false);
  });

  it('leaves a merge open that was resolved to what the branch had before: to conclude it takes a person who means that', async () => {
    world.write({ 'a.txt': 'ours\n' }, worktree);
    const { commit: ours } = await repository.commitAll(worktree, 'ours');
    expect(await repository.openMerge(worktree)).toBeUndefined();
    const theirs = world.commit({ 'a.txt': 'theirs\n' });
    expect(() => inWorktree('merge', theirs)).toThrow();
    world.write({ 'a.txt': 'ours\n' }, worktree);
    expect((await repository.commitAll(worktree, 'merged')).commit).toBe(ours);
    expect(await repository.openMerge(worktree)).toBe(theirs);
  });

  it('moves no branch of the user when the session went over to one', async () => {
    world.git('branch', 'side');
    inWorktree('checkout', '--quiet', 'side');
    world.write({ 'work.txt': 'work\n' }, worktree);
    const { commit: saved } = await repository.commitAll(worktree, 'work');
    expect(filesOf(saved)).toContain('work.txt');
    expect(world.git('rev-parse', 'side')).toBe(base);
    expect(world.git('log', '-1', '--format=%P', saved)).toBe(base);
  });

  it('never commits in a checkout of the user', async () => {
    const before = world.fingerprint();
    await expect(repository.commitAll(world.root, 'work')).rejects.toThrow('was not made by Breakwater');
    await expect(repository.commitAll(world.folder, 'work')).rejects.toThrow('Internal error');
    expect(world.fingerprint()).toEqual(before);
  });
});

describe('snapshot', () => {
  it('holds everything that is not ignored and leaves files, index and branch as they are', async () => {
    world.write({ 'a.txt': 'changed\n', 'new.txt': 'new\n', 'staged.txt': 'staged\n', ignored: '' }, worktree);
    inWorktree('add', 'staged.txt');
    const index = readFileSync(join(world.root, '.git/worktrees/a/index'));
    const status = inWorktree('--no-optional-locks', 'status', '--porcelain');
    const commit = await repository.snapshot(worktree, 'rescue');
    expect(filesOf(commit!)).toEqual(['.gitignore', 'a.txt', 'gone.txt', 'new.txt', 'staged.txt']);
    expect(world.git('log', '-1', '--format=%P|%s', commit!)).toBe(`${base}|rescue`);
    expect(readFileSync(join(world.root, '.git/worktrees/a/index'))).toEqual(index);
    expect(inWorktree('--no-optional-locks', 'status', '--porcelain')).toBe(status);
    expect(world.git('rev-parse', 'breakwater/7f3a/a')).toBe(base);
  });

  it('answers nothing when nothing differs', async () => {
    expect(await repository.snapshot(worktree, 'rescue')).toBeUndefined();
  });

  it('of the checkout of the user changes not a byte of it', async () => {
    world.write({ 'a.txt': 'half done\n', 'idea.txt': '' });
    world.git('add', 'idea.txt');
    const before = world.fingerprint();
    const commit = await repository.snapshot(world.root, 'rescue');
    expect(filesOf(commit!)).toEqual(['.gitignore', 'a.txt', 'gone.txt', 'idea.txt']);
    expect(world.fingerprint()).toEqual(before);
  });

  it('leaves a repository inside the worktree out', async () => {
    world.write({ 'nested/x.txt': '', 'new.txt': '' }, worktree);
    world.gitAt(join(worktree, 'nested'), 'init', '--quiet');
    const commit = await repository.snapshot(worktree, 'rescue');
    expect(filesOf(commit!)).toEqual(['.gitignore', 'a.txt', 'gone.txt', 'new.txt']);
  });
});

describe('rescue', () => {
  const commit = (text: string) => {
    world.write({ 'work.txt': text }, worktree);
    inWorktree('add', '.');
    inWorktree('commit', '--quiet', '--message', text);
    return commitId(inWorktree('rev-parse', 'HEAD'));
  };
  const order = () => ({ message: 'rescue', onto: base });
  const deleteBranch = () => world.git('update-ref', '-d', 'refs/heads/breakwater/7f3a/a');
  const told = (id: CommitId) => ({
    parents: world.git('log', '-1', '--format=%P', id),
    message: world.git('log', '-1', '--format=%s', id),
    work: world.git('show', `${id}:work.txt`),
  });

  it('of a worktree whose branch was deleted holds its files, on top of the last commit that was made there', async () => {
    const tip = commit('one');
    world.write({ 'work.txt': 'two', ignored: '' }, worktree);
    world.write({ 'nested/x.txt': '' }, worktree);
    world.gitAt(join(worktree, 'nested'), 'init', '--quiet');
    deleteBranch();
    expect(await repository.worktreeHead(worktree)).toBeUndefined();
    const before = world.fingerprint();
    const rescued = await repository.rescue(worktree, order());
    expect(told(rescued)).toEqual({ parents: tip, message: 'rescue', work: 'two' });
    expect(filesOf(rescued)).toEqual(['.gitignore', 'a.txt', 'gone.txt', 'work.txt']);
    expect(world.git('for-each-ref', 'refs/heads/breakwater')).toBe('');
    expect(world.fingerprint()).toEqual(before);
  });

  it('of one in which nothing is uncommitted is that last commit', async () => {
    const tip = commit('one');
    deleteBranch();
    expect(await repository.rescue(worktree, order())).toBe(tip);
  });

  it('sees through a branch that names a commit which is not there', async () => {
    const tip = commit('one');
    world.write({ 'work.txt': 'two' }, worktree);
    writeFileSync(join(world.root, '.git/refs/heads/breakwater/7f3a/a'), `${'1'.repeat(40)}\n`);
    expect(await repository.worktreeHead(worktree)).toBeUndefined();
    expect(told(await repository.rescue(worktree, order()))).toEqual({ parents: tip, message: 'rescue', work: 'two' });
  });

  it('stands on what it is told where git knows nothing of the worktree any more', async () => {
    world.write({ 'work.txt': 'two', ignored: '' }, worktree);
    rmSync(join(world.root, '.git/worktrees'), { recursive: true });
    const rescued = await repository.rescue(worktree, order());
    expect(told(rescued)).toEqual({ parents: base, message: 'rescue', work: 'two' });
    expect(filesOf(rescued)).toEqual(['.gitignore', 'a.txt', 'gone.txt', 'work.txt']);
  });
});
