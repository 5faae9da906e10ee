import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CommitId, commitId } from '@breakwater/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Repository } from '../repository.js';
import { aWorld, type World } from '../testing.js';

let world: World;
let repository: Repository;
let base: CommitId;
beforeEach(async () => {
  world = aWorld();
  repository = await world.open();
  base = commitId(world.git('rev-parse', 'HEAD'));
});
afterEach(() => world.dispose());

const at = (name: string) => join(world.folder, 'w', name);
const entry = (name: string) => join(world.root, '.git/worktrees', name);
const ours = () => join(world.folder, 'w');
const order = (task: string) => ({ path: at(task), branch: `breakwater/7f3a/${task}`, base, reason: `breakwater 7f3a ${task}` });

/** An entry as a killed `worktree add` leaves it: the files that were written before the kill, in git's order. */
function killedAt(step: number): void {
  const files = { locked: 'breakwater 7f3a a', gitdir: `${at('a')}/.git\n`, HEAD: `${base}\n`, commondir: '../..\n' };
  mkdirSync(entry('a'), { recursive: true });
  for (const [name, text] of Object.entries(files).slice(0, step)) writeFileSync(join(entry('a'), name), text);
  const cut = Object.keys(files)[step];
  if (cut !== undefined) writeFileSync(join(entry('a'), cut), '');
  if (step >= 2) world.write({ '.git': `gitdir: ${entry('a')}\n` }, at('a'));
}

describe('repairWorktrees', () => {
  it.each([1, 2, 3, 4])(
    'clears a worktree that was killed after file %d of its entry; the user can go on, and so can we',
    async (step) => {
      killedAt(step);
      const said = await repository.repairWorktrees(ours());
      expect(said).toHaveLength(1);
      expect(world.git('worktree', 'list').split('\n')).toHaveLength(1);
      expect({ entries: existsSync(entry('')), folder: existsSync(at('a')) }).toEqual({ entries: false, folder: false });
      expect(await repository.addWorktree(order('a'))).toMatchObject({ ok: true });
    },
  );

  it('leaves finished worktrees and what is in them alone', async () => {
    await repository.addWorktree(order('a'));
    world.write({ 'work.txt': 'work' }, at('a'));
    expect(await repository.repairWorktrees(ours())).toEqual([]);
    expect(await repository.uncommitted(at('a'))).toEqual(['work.txt']);
  });

  it('forgets one whose folder is gone', async () => {
    await repository.addWorktree(order('a'));
    rmSync(at('a'), { recursive: true });
    expect(await repository.repairWorktrees(ours())).toEqual([`removed a worktree whose folder is gone: ${at('a')}`]);
    expect(await repository.addWorktree(order('a'))).toMatchObject({ ok: true });
  });

  it('finishes a removal that was killed before git forgot the worktree, and one that was killed after', async () => {
    await repository.addWorktree(order('a'));
    renameSync(at('a'), at('a.removed-by-breakwater'));
    world.write({ 'node_modules/x.js': '' }, at('b.removed-by-breakwater'));
    world.write({ 'mine.txt': '' }, at('.removed-by-breakwater'));
    world.write({ 'x.removed-by-breakwater': '' }, at(''));
    expect(await repository.repairWorktrees(ours())).toEqual([
      `removed a worktree whose folder is gone: ${at('a')}`,
      `removed the rest of a worktree: ${at('b')}`,
    ]);
    expect(readdirSync(ours()).sort()).toEqual(['.removed-by-breakwater', 'x.removed-by-breakwater']);
    expect(await repository.finishRemovals(at('nowhere'))).toEqual([]);
  });

  it("leaves what is the user's: outside our folder, or inside it without our lock", async () => {
    const outside = join(world.folder, 'theirs');
    world.git('worktree', 'add', '--quiet', '--lock', '--reason', 'breakwater is a nice word', '-b', 'one', outside);
    world.git('worktree', 'add', '--quiet', '-b', 'two', at('theirs'));
    mkdirSync(entry('half'));
    writeFileSync(join(entry('half'), 'gitdir'), `${world.folder}/elsewhere/.git\n`);
    expect(await repository.repairWorktrees(ours())).toEqual([]);
    expect(readdirSync(entry('')).sort()).toEqual(['half', 'theirs', 'theirs1']);
    expect({ outside: existsSync(outside), inside: existsSync(at('theirs')) }).toEqual({ outside: true, inside: true });
  });

  it('removes locks that nobody holds from our refs, our worktrees and the packed refs, and no others', async () => {
    await repository.addWorktree(order('a'));
    await repository.moveRef({ ref: 'refs/breakwater/7f3a/base', from: null, to: base });
    const stale = [
      'refs/breakwater/7f3a/base.lock',
      'refs/heads/breakwater/7f3a/a.lock',
      'worktrees/a/index.lock',
      'packed-refs.lock',
      'packed-refs.new',
    ];
    const users = ['index.lock', 'HEAD.lock', 'config.lock', 'refs/heads/main.lock'];
    for (const name of [...stale, ...users]) writeFileSync(join(world.root, '.git', name), '');
    const said = await repository.repairWorktrees(ours());
    expect([...said].sort()).toEqual([...stale].map((name) => `removed a lock nobody holds: ${name}`).sort());
    expect(stale.filter((name) => existsSync(join(world.root, '.git', name)))).toEqual([]);
    expect(users.filter((name) => existsSync(join(world.root, '.git', name)))).toEqual(users);
  });

  it('removes no lock while a git is at work in the repository', async () => {
    const lock = join(world.root, '.git/packed-refs.lock');
    writeFileSync(lock, '');
    const busy = spawn('git', ['cat-file', '--batch'], { cwd: world.root, env: world.environment });
    busy.stdin.write('HEAD\n');
    await new Promise((resolve) => busy.stdout.once('data', resolve));
    expect(await repository.repairWorktrees(ours())).toEqual([]);
    const ended = new Promise((resolve) => busy.once('close', resolve));
    busy.stdin.end();
    await ended;
    expect(await repository.repairWorktrees(ours())).toEqual(['removed a lock nobody holds: packed-refs.lock']);
  });
});
