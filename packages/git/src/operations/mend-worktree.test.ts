import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitId } from '@breakwater/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Repository } from '../repository.js';
import { aWorld, type World } from '../testing.js';

let world: World;
let repository: Repository;
beforeEach(async () => {
  world = aWorld({ 'apps/a/x.txt': 'a\n', 'apps/b/x.txt': 'b\n', 'readme.md': 'read\n' });
  repository = await world.open();
});
afterEach(() => world.dispose());

const ours = () => join(world.folder, 'w');
const place = () => join(ours(), 'one');
const entry = (name: string) => join(world.root, '.git/worktrees/one', name);

/** A worktree in which a session committed one file, changed another, made a third and took a fourth away. */
async function inWork(): Promise<void> {
  const base = commitId(world.git('rev-parse', 'main'));
  await repository.addWorktree({ path: place(), branch: 'breakwater/7f3a/one', base, reason: 'breakwater 7f3a one' });
  world.write({ 'done.txt': 'done\n' }, place());
  world.gitAt(place(), 'add', '--all');
  world.gitAt(place(), 'commit', '--quiet', '--message', 'Done');
  world.write({ 'apps/a/x.txt': 'changed\n', 'new.txt': 'new\n' }, place());
  rmSync(join(place(), 'readme.md'));
}

/** What a worktree in work must come to, whatever was mended. */
async function saved(): Promise<unknown> {
  const { commit } = await repository.commitAll(place(), 'work');
  return {
    parent: world.git('rev-parse', `${commit}^`),
    files: world.git('diff', '--name-status', '--no-renames', 'main', commit).split('\n'),
    removed: await repository.removeWorktree(place()),
  };
}

async function whole(): Promise<unknown> {
  return {
    parent: world.git('rev-parse', 'breakwater/7f3a/one'),
    files: ['M\tapps/a/x.txt', 'A\tdone.txt', 'A\tnew.txt', 'D\treadme.md'],
    removed: { ok: true, value: undefined },
  };
}

describe('after a loss of power', () => {
  it('an index that was cut short anywhere, or is not there, is made anew, and the work is saved as it lies there', async () => {
    await inWork();
    const index = readFileSync(entry('index'));
    const lengths = Array.from({ length: 12 }, (_, n) => Math.floor((n * index.length) / 12));
    const before = await repository.uncommitted(place());
    for (const length of lengths) {
      writeFileSync(entry('index'), index.subarray(0, length));
      expect(await repository.repairWorktrees(ours())).toEqual([`made an index anew that was cut short: ${entry('index')}`]);
      expect({ length, files: await repository.uncommitted(place()) }).toEqual({ length, files: before });
    }
    rmSync(entry('index'));
    expect(await repository.mendWorktrees(ours())).toHaveLength(1);
    const expected = await whole();
    expect(await saved()).toEqual(expected);
  });

  it.each(['sha1', 'sha256'])('an index of %s that is whole is left as it is, one without a checksum too', async (format) => {
    world.dispose();
    world = aWorld({ 'readme.md': 'read\n' }, [`--object-format=${format}`]);
    repository = await world.open();
    await inWork();
    expect(await repository.repairWorktrees(ours())).toEqual([]);
    const index = readFileSync(entry('index'));
    writeFileSync(entry('index'), index.fill(0, index.length - (format === 'sha1' ? 20 : 32)));
    expect(await repository.repairWorktrees(ours())).toEqual([]);
  });

  it('an index is made anew though a git left a lock on it', async () => {
    await inWork();
    truncateSync(entry('index'), 0);
    writeFileSync(entry('index.lock'), '');
    expect(await repository.repairWorktrees(ours())).toEqual([
      `made an index anew that was cut short: ${entry('index')}`,
      'removed a lock nobody holds: worktrees/one/index.lock',
    ]);
    const expected = await whole();
    expect(await saved()).toEqual(expected);
  });

  it('what a sparse checkout leaves out does not count as deleted', async () => {
    world.git('sparse-checkout', 'set', 'apps/a');
    await inWork();
    truncateSync(entry('index'), 0);
    await repository.repairWorktrees(ours());
    const expected = await whole();
    expect(await saved()).toEqual(expected);
  });

  it.each([
    ['HEAD', ''],
    ['HEAD', '\0'.repeat(41)],
    ['commondir', ''],
    ['gitdir', ''],
    ['gitdir', '\0'.repeat(30)],
  ])('%s of its entry is written anew where it holds %j, and the work is saved', async (name, text) => {
    await inWork();
    const expected = await whole();
    writeFileSync(entry(name), text);
    expect(await repository.repairWorktrees(ours())).toEqual([`wrote a file anew that was cut short: ${entry(name)}`]);
    expect(await saved()).toEqual(expected);
  });

  it('without a log of HEAD, what the worktree holds can be saved as where the branch was deleted', async () => {
    await inWork();
    rmSync(entry('logs'), { recursive: true });
    writeFileSync(entry('HEAD'), '');
    await repository.repairWorktrees(ours());
    const onto = commitId(world.git('rev-parse', 'breakwater/7f3a/one'));
    expect(await repository.worktreeHead(place())).toBe(undefined);
    const commit = await repository.rescue(place(), { message: 'work', onto });
    expect(world.git('diff', '--name-only', onto, commit).split('\n')).toEqual(['apps/a/x.txt', 'new.txt', 'readme.md']);
  });

  it('refs of ours without a value go, and those of the person stay', async () => {
    const refs = ['refs/breakwater/runs/7f3a/base', 'refs/heads/breakwater/7f3a/one', 'refs/heads/mine'];
    for (const ref of refs) mkdirSync(join(world.root, '.git', ref, '..'), { recursive: true });
    for (const ref of refs) writeFileSync(join(world.root, '.git', ref), '');
    expect(await repository.repairWorktrees(ours())).toEqual([
      `removed a ref that was cut short: ${refs[0]}`,
      `removed a ref that was cut short: ${refs[1]}`,
    ]);
    expect(readFileSync(join(world.root, '.git', 'refs/heads/mine'), 'utf8')).toBe('');
  });

  it("the person's own index and worktrees stay as they are", async () => {
    const theirs = join(ours(), 'theirs');
    world.git('worktree', 'add', '--quiet', '-b', 'theirs', theirs);
    const files = [join(world.root, '.git/index'), join(world.root, '.git/worktrees/theirs/index')];
    for (const file of files) truncateSync(file, 50);
    expect(await repository.repairWorktrees(ours())).toEqual([]);
    expect(files.map((file) => readFileSync(file).length)).toEqual([50, 50]);
  });

  it('an entry that names no place, in which somebody may have worked, is not forgotten', async () => {
    await inWork();
    writeFileSync(entry('gitdir'), '');
    expect(await repository.repairWorktrees(join(world.folder, 'elsewhere'))).toEqual([]);
    expect(readFileSync(entry('gitdir'), 'utf8')).toBe('');
  });
});
