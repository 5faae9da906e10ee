import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CommitId, commitId } from '@breakwater/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRepository } from '../open-repository.js';
import type { Repository } from '../repository.js';
import { aWorld, type World } from '../testing.js';

let world: World;
let repository: Repository;
let base: CommitId;
beforeEach(async () => {
  world = aWorld({ 'a.txt': 'a\n', 'src/b.txt': 'b\n', '.gitignore': 'node_modules\n' });
  repository = await world.open();
  base = commitId(world.git('rev-parse', 'HEAD'));
});
afterEach(() => world.dispose());

const at = (name: string) => join(world.folder, 'w', name);
const order = (task: string) => ({ path: at(task), branch: `breakwater/7f3a/${task}`, base, reason: `breakwater 7f3a ${task}` });
const branches = () => world.git('for-each-ref', '--format=%(refname:short)', 'refs/heads/breakwater');
const entries = () => (existsSync(`${world.root}/.git/worktrees`) ? readdirSync(`${world.root}/.git/worktrees`).sort() : []);

/** A folder with one program in it. */
function aProgram(name: string, script: string): string {
  const folder = join(world.folder, 'bin');
  mkdirSync(folder);
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return folder;
}

async function opened(task: string): Promise<string> {
  const made = await repository.addWorktree(order(task));
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value.path;
}

describe('addWorktree', () => {
  it('makes a locked worktree with all files on a new branch', async () => {
    expect(await repository.addWorktree(order('a'))).toEqual({
      ok: true,
      value: { path: at('a'), head: base, branch: 'breakwater/7f3a/a', lockReason: 'breakwater 7f3a a' },
    });
    expect(world.gitAt(at('a'), 'status', '--porcelain')).toBe('');
    expect(readFileSync(join(at('a'), 'src/b.txt'), 'utf8')).toBe('b\n');
    expect(await repository.listWorktrees()).toEqual([
      { path: world.root, head: base, branch: 'main', lockReason: undefined },
      { path: at('a'), head: base, branch: 'breakwater/7f3a/a', lockReason: 'breakwater 7f3a a' },
    ]);
  });

  it('holds what the commit holds, whatever somebody had git show in the place of it', async () => {
    world.write({ other: 'other\n' });
    world.git('replace', `${base}:a.txt`, world.git('hash-object', '-w', 'other'));
    expect(readFileSync(join(await opened('a'), 'a.txt'), 'utf8')).toBe('a\n');
  });

  it('starts at the base, not at what the user has checked out', async () => {
    world.commit({ 'later.txt': '' });
    await opened('a');
    expect(existsSync(join(at('a'), 'later.txt'))).toBe(false);
  });

  it('uses a branch that is already at the base', async () => {
    world.git('branch', 'breakwater/7f3a/a', base);
    expect(await repository.addWorktree(order('a'))).toMatchObject({ ok: true });
  });

  it('refuses a branch that is somewhere else, and leaves it there', async () => {
    const later = world.commit({ 'later.txt': '' });
    world.git('branch', 'breakwater/7f3a/a', later);
    expect(await repository.addWorktree(order('a'))).toEqual({
      ok: false,
      error: {
        reason: 'repository-refused',
        code: 'E_BRANCH_TAKEN',
        message: `the branch breakwater/7f3a/a exists at ${later}, not at ${base}`,
        hint: 'rename or delete that branch, or start a run with another id',
      },
    });
    expect(world.git('rev-parse', 'breakwater/7f3a/a')).toBe(later);
    expect(existsSync(at('a'))).toBe(false);
  });

  it('refuses a branch that is checked out in another worktree', async () => {
    await opened('a');
    const refused = await repository.addWorktree({ ...order('a'), path: at('other') });
    expect(refused).toMatchObject({ error: { code: 'E_BRANCH_TAKEN', message: expect.stringContaining(at('a')) } });
    expect(branches()).toBe('breakwater/7f3a/a');
  });

  it('refuses when a branch stands where a folder of branches is needed', async () => {
    world.git('branch', 'breakwater');
    expect(await repository.addWorktree(order('a'))).toMatchObject({ error: { code: 'E_BRANCH_TAKEN' } });
    expect(branches()).toBe('breakwater');
  });

  it('refuses a folder that is not empty before it makes a branch', async () => {
    world.write({ 'mine.txt': 'mine' }, at('a'));
    expect(await repository.addWorktree(order('a'))).toMatchObject({
      error: { code: 'E_WORKTREE_ROOT', message: `${at('a')} exists and is not empty` },
    });
    expect(branches()).toBe('');
    expect(readdirSync(at('a'))).toEqual(['mine.txt']);
  });

  it('takes an empty folder', async () => {
    mkdirSync(at('a'), { recursive: true });
    expect(await repository.addWorktree(order('a'))).toMatchObject({ ok: true });
  });

  it.each(['-D', '--force', 'a b', 'x..y', '', 'HEAD'])('refuses %j as a branch name', async (branch) => {
    const before = world.fingerprint();
    expect(await repository.addWorktree({ ...order('a'), branch })).toMatchObject({ ok: false, error: { reason: 'usage' } });
    expect(world.fingerprint()).toEqual(before);
  });

  it('says which file git cannot read, and not what the first try left in the way of the second', async () => {
    const blob = world.git('rev-parse', `${base}:src/b.txt`);
    rmSync(join(world.root, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    const made = await repository.addWorktree(order('a'));
    const stderr = made.ok || made.error.reason !== 'git-failed' ? '' : made.error.stderr;
    expect(stderr.split('\n')[0]).toBe(`error: unable to read sha1 file of src/b.txt (${blob})`);
    expect([existsSync(at('a')), entries()]).toEqual([false, []]);
  });

  it('leaves neither branch nor entry nor folder when git says no halfway', async () => {
    const nowhere = commitId('1'.repeat(40));
    expect(await repository.addWorktree({ ...order('a'), base: nowhere })).toMatchObject({ ok: false });
    const filtered = world.commit({ '.gitattributes': 'src/** filter=broken\n' });
    world.git('config', 'filter.broken.smudge', 'false');
    world.git('config', 'filter.broken.required', 'true');
    expect(await repository.addWorktree({ ...order('a'), base: filtered })).toMatchObject({ error: { reason: 'git-failed' } });
    expect({ branches: branches(), entries: entries(), there: existsSync(at('a')) }).toEqual({
      branches: '',
      entries: [],
      there: false,
    });
  });

  it('makes one entry at a time, whoever asks, and writes files in parallel', async () => {
    const log = join(world.folder, 'log');
    const real = join(world.git('--exec-path'), 'git');
    const note = (what: string) => `case " $* " in *" worktree add "*) echo ${what} >> ${log};; esac`;
    const folder = aProgram('git', `${note('begin')}; ${real} "$@"; code=$?; ${note('end')}; exit $code`);
    const environment = { ...world.environment, PATH: `${folder}:${world.environment['PATH']}` };
    const callers = await Promise.all([1, 2, 3, 4].map(() => openRepository(world.root, environment)));
    await Promise.all(callers.map((caller, n) => (caller.ok ? caller.value.addWorktree(order(`t${n}`)) : undefined)));
    expect(readFileSync(log, 'utf8')).toBe('begin\nend\n'.repeat(4));
  });

  it('two hundred from eight callers at once: none fails, nothing is left over', async () => {
    const tasks = Array.from({ length: 200 }, (_, n) => `t${n}`);
    const callers = await Promise.all(Array.from({ length: 8 }, () => world.open()));
    const made = await Promise.all(
      callers.map(async (caller, n) => {
        const answers = [];
        for (const task of tasks.filter((_, index) => index % 8 === n)) answers.push(await caller.addWorktree(order(task)));
        return answers;
      }),
    );
    expect(made.flat().filter((one) => !one.ok)).toEqual([]);
    expect((await repository.listWorktrees()).map((one) => one.branch).sort()).toEqual(
      ['main', ...tasks.map((task) => `breakwater/7f3a/${task}`)].sort(),
    );
    const removed = await Promise.all(tasks.map((task) => repository.removeWorktree(at(task))));
    expect(removed.filter((one) => !one.ok)).toEqual([]);
    expect({ entries: entries(), folders: readdirSync(join(world.folder, 'w')) }).toEqual({ entries: [], folders: [] });
    world.git('fsck');
  }, 120_000);
});

describe('addDetachedWorktree', () => {
  it('makes one on no branch, then moves it; untracked files stay, changes of tracked ones do not', async () => {
    const later = world.commit({ 'later.txt': 'later\n' });
    const verify = { path: at('verify'), reason: 'breakwater verify' };
    expect(await repository.addDetachedWorktree({ ...verify, commit: base })).toEqual({
      ok: true,
      value: { path: at('verify'), head: base, branch: undefined, lockReason: 'breakwater verify' },
    });
    world.write({ 'a.txt': 'changed', 'node_modules/x.js': 'kept', 'later.txt': 'in the way' }, at('verify'));
    expect(await repository.addDetachedWorktree({ ...verify, commit: later })).toMatchObject({
      ok: true,
      value: { head: later },
    });
    expect(await repository.worktreeHead(at('verify'))).toBe(later);
    expect(readFileSync(join(at('verify'), 'node_modules/x.js'), 'utf8')).toBe('kept');
    expect(await repository.uncommitted(at('verify'))).toEqual([]);
    expect(branches()).toBe('');
  });

  it('makes it again when its folder was deleted by hand', async () => {
    const verify = { path: at('verify'), reason: 'breakwater verify', commit: base };
    await repository.addDetachedWorktree(verify);
    rmSync(at('verify'), { recursive: true });
    expect(await repository.addDetachedWorktree(verify)).toMatchObject({ ok: true });
    expect(await repository.uncommitted(at('verify'))).toEqual([]);
    expect(readFileSync(join(at('verify'), 'a.txt'), 'utf8')).toBe('a\n');
  });

  it('says what git said when the commit is not there', async () => {
    const verify = { path: at('verify'), reason: 'breakwater verify', commit: commitId('1'.repeat(40)) };
    expect(await repository.addDetachedWorktree(verify)).toMatchObject({ error: { reason: 'git-failed' } });
    await repository.addDetachedWorktree({ ...verify, commit: base });
    expect(await repository.addDetachedWorktree(verify)).toMatchObject({ error: { reason: 'git-failed' } });
    expect(await repository.worktreeHead(at('verify'))).toBe(base);
  });
});

describe('worktreeHead', () => {
  it('follows the worktree, and is undefined where there is none', async () => {
    const path = await opened('a');
    world.write({ 'n.txt': '' }, path);
    const { commit: tip } = await repository.commitAll(path, 'work');
    expect(await repository.worktreeHead(path)).toBe(tip);
    expect(await repository.worktreeHead(at('nowhere'))).toBeUndefined();
    expect(await repository.worktreeHead(world.folder)).toBeUndefined();
  });

  it('is undefined where the folder was deleted by hand, and nothing is uncommitted there', async () => {
    const path = await opened('a');
    rmSync(path, { recursive: true });
    expect(await repository.worktreeHead(path)).toBeUndefined();
    expect(await repository.uncommitted(path)).toEqual([]);
  });

  it('believes no .git file that a session wrote into the folder', async () => {
    const path = await opened('a');
    writeFileSync(join(path, '.git'), `gitdir: ${world.root}/.git\n`);
    world.commit({ 'later.txt': '' });
    expect(await repository.worktreeHead(path)).toBe(base);
    world.write({ 'work.txt': 'work' }, path);
    const { commit: tip } = await repository.commitAll(path, 'work');
    expect(await repository.changes(base, tip)).toEqual([{ path: 'work.txt', added: 1, removed: 0 }]);
  });
});

describe('removeWorktree', () => {
  it('removes what is committed or ignored, and keeps the branch', async () => {
    const path = await opened('a');
    world.write({ 'work.txt': '', 'node_modules/x.js': '' }, path);
    const { commit: tip } = await repository.commitAll(path, 'work');
    expect(await repository.removeWorktree(path)).toEqual({ ok: true, value: undefined });
    expect({ there: existsSync(path), entries: entries() }).toEqual({ there: false, entries: [] });
    expect(readdirSync(join(world.folder, 'w'))).toEqual([]);
    expect(world.git('rev-parse', 'breakwater/7f3a/a')).toBe(tip);
  });

  it('refuses while anything is unsaved, and names it', async () => {
    const path = await opened('a');
    world.write({ 'a.txt': 'changed', 'new.txt': '' }, path);
    expect(await repository.removeWorktree(path)).toEqual({
      ok: false,
      error: { reason: 'unsaved-work', places: [{ place: path, files: ['a.txt', 'new.txt'] }] },
    });
    expect(readFileSync(join(path, 'a.txt'), 'utf8')).toBe('changed');
    expect(entries()).toEqual(['a']);
  });

  it('may be asked twice, and after the folder was deleted by hand', async () => {
    const path = await opened('a');
    rmSync(path, { recursive: true });
    expect(await repository.removeWorktree(path)).toMatchObject({ ok: true });
    expect(await repository.removeWorktree(path)).toMatchObject({ ok: true });
    expect(entries()).toEqual([]);
    expect(await repository.addWorktree(order('a'))).toMatchObject({ ok: true });
  });

  it('refuses what it did not make: the checkout, worktrees of the user, plain folders', async () => {
    const theirs = join(world.folder, 'theirs');
    world.git('worktree', 'add', '--quiet', '-b', 'side', theirs);
    for (const path of [world.root, theirs, join(world.folder, 'home')]) {
      expect(await repository.removeWorktree(path)).toMatchObject({ error: { code: 'E_WORKTREE_ROOT' } });
      expect(existsSync(path)).toBe(true);
    }
  });

  it('takes what a kept commit holds for saved, and nothing beyond it', async () => {
    const path = await opened('a');
    world.gitAt(path, 'checkout', '--quiet', '-b', 'side');
    world.write({ 'work.txt': 'work', 'node_modules/x.js': '' }, path);
    writeFileSync(join(world.root, '.git/worktrees/a/index.lock'), '');
    const kept = await repository.snapshot(path, 'rescue');
    expect(await repository.unsaved(path, [])).toEqual(['work.txt']);
    expect(await repository.unsaved(path, [base, kept!])).toEqual([]);
    world.write({ 'work.txt': 'more' }, path);
    expect(await repository.removeWorktree(path, [kept!])).toMatchObject({ error: { places: [{ files: ['work.txt'] }] } });
    world.write({ 'work.txt': 'work' }, path);
    expect(await repository.removeWorktree(path, [base, kept!])).toEqual({ ok: true, value: undefined });
    expect({ there: existsSync(path), entries: entries() }).toEqual({ there: false, entries: [] });
    expect(branches()).toBe('breakwater/7f3a/a');
  });

  it('does not take a repository inside the worktree for saved, which no commit can hold', async () => {
    const path = await opened('a');
    world.write({ 'work.txt': 'work', 'nested/x.txt': '' }, path);
    world.gitAt(join(path, 'nested'), 'init', '--quiet');
    const kept = await repository.snapshot(path, 'rescue');
    expect(await repository.unsaved(path, [kept!])).toEqual(['nested', 'work.txt']);
    rmSync(path, { recursive: true });
    expect(await repository.unsaved(path, [])).toEqual([]);
  });

  it('takes what was rescued after its branch was deleted for saved', async () => {
    const path = await opened('a');
    world.write({ 'work.txt': 'work' }, path);
    world.git('update-ref', '-d', 'refs/heads/breakwater/7f3a/a');
    const kept = await repository.rescue(path, { message: 'rescue', onto: base });
    expect(await repository.removeWorktree(path)).toMatchObject({ error: { reason: 'unsaved-work' } });
    expect(await repository.removeWorktree(path, [kept])).toEqual({ ok: true, value: undefined });
  });

  it('discards one with whatever is in it, and still nothing it did not make', async () => {
    const path = at('verify');
    await repository.addDetachedWorktree({ path, reason: 'breakwater verify', commit: base });
    world.write({ 'a.txt': 'changed', 'left/over.txt': '', 'node_modules/x.js': '' }, path);
    expect(await repository.discardWorktree(path)).toEqual({ ok: true, value: undefined });
    expect({ there: existsSync(path), entries: entries() }).toEqual({ there: false, entries: [] });
    expect(await repository.discardWorktree(path)).toMatchObject({ ok: true });
    const theirs = join(world.folder, 'theirs');
    world.git('worktree', 'add', '--quiet', '-b', 'side', theirs);
    for (const other of [world.root, theirs, join(world.folder, 'home')])
      expect(await repository.discardWorktree(other)).toMatchObject({ error: { code: 'E_WORKTREE_ROOT' } });
    expect(existsSync(join(theirs, 'a.txt'))).toBe(true);
  });

  it('finds the right one of two folders with one name', async () => {
    const twin = { ...order('b'), path: join(world.folder, 'w2', 'a') };
    await opened('a');
    expect(await repository.addWorktree(twin)).toMatchObject({ ok: true });
    expect(entries()).toEqual(['a', 'a1']);
    expect(await repository.removeWorktree(twin.path)).toMatchObject({ ok: true });
    expect((await repository.listWorktrees()).map((one) => one.path)).toEqual([world.root, at('a')]);
  });
});
