import { readdirSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { blobId, commitId, type TreeEntry, type TreeReader } from '@breakwater/model';
import { afterEach, describe, expect, it } from 'vitest';
import { aWorld, type World } from '../testing.js';

let world: World;
afterEach(() => world.dispose());

const head = () => commitId(world.git('rev-parse', 'HEAD'));

/** Texts by blob id, each handed out once. */
async function readAll(tree: TreeReader, entries: readonly Pick<TreeEntry, 'blob'>[]): Promise<ReadonlyMap<string, string>> {
  const contents = new Map<string, string>();
  await tree.visit(
    entries.map(({ blob }) => blob),
    (blob, bytes) => {
      expect(contents.has(blob)).toBe(false);
      contents.set(blob, Buffer.from(bytes).toString());
    },
  );
  return contents;
}

describe('tree', () => {
  it('lists files of the commit, not of the checkout, whatever their names', async () => {
    world = aWorld({ 'ünï/with space\n.txt': 'one', 'empty.txt': '' });
    symlinkSync('empty.txt', join(world.root, 'link'));
    const commit = world.commit({ '-D': 'two' });
    world.write({ 'empty.txt': 'changed since', 'untracked.txt': '' });
    const tree = (await world.open()).tree(commit);
    const listed = await tree.list();
    const sizes = await tree.sizes(listed.map(({ blob }) => blob));
    expect(listed.map(({ path, mode }, n) => ({ path, mode, size: sizes[n] }))).toEqual([
      { path: '-D', mode: '100644', size: 3 },
      { path: 'empty.txt', mode: '100644', size: 0 },
      { path: 'link', mode: '120000', size: 9 },
      { path: 'ünï/with space\n.txt', mode: '100644', size: 3 },
    ]);
  });

  it('leaves submodules out', async () => {
    world = aWorld({ 'a.txt': '' });
    world.git('update-index', '--add', '--cacheinfo', `160000,${head()},vendor`);
    world.git('commit', '--quiet', '--message', 'submodule');
    const listed = await (await world.open()).tree(head()).list();
    expect(listed.map((entry) => entry.path)).toEqual(['a.txt']);
  });

  it('reads contents by id, equal ones once, binary ones unchanged, large ones whole', async () => {
    const large = `${'0123456789'.repeat(50_000)}\n`;
    world = aWorld({ 'a.txt': 'same\n', 'b.txt': 'same\n', 'large.txt': large, 'zero.bin': 'a\0b\r\nno newline' });
    const tree = (await world.open()).tree(head());
    const listed = await tree.list();
    const contents = await readAll(tree, listed);
    expect(contents.size).toBe(3);
    const text = Object.fromEntries(listed.map((entry) => [entry.path, contents.get(entry.blob)]));
    expect(text).toEqual({ 'a.txt': 'same\n', 'b.txt': 'same\n', 'large.txt': large, 'zero.bin': 'a\0b\r\nno newline' });
  });

  it('reads thousands of files with one git', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 3000 }, (_, n) => [`src/${n % 50}/${n}.ts`, `export const n = ${n};\n`]),
    );
    world = aWorld(files);
    const tree = (await world.open()).tree(head());
    const listed = await tree.list();
    const contents = await readAll(tree, listed);
    const text = Object.fromEntries(listed.map((entry) => [entry.path, contents.get(entry.blob)]));
    expect(text).toEqual(files);
  });

  it('knows no size of a content that is not here, and of the others in the order asked, however often', async () => {
    world = aWorld({ 'a.txt': 'same\n', 'b.txt': '' });
    const tree = (await world.open()).tree(head());
    const [a, b] = (await tree.list()).map(({ blob }) => blob);
    if (a === undefined || b === undefined) throw new Error('two files are expected');
    expect(await tree.sizes([b, blobId('1'.repeat(40)), a, b])).toEqual([0, undefined, 5, 0]);
    expect(await tree.sizes([])).toEqual([]);
  });

  it('reads nothing without starting git, and says which object is missing', async () => {
    world = aWorld();
    const tree = (await world.open()).tree(head());
    expect(await readAll(tree, [])).toEqual(new Map());
    const nowhere = blobId('1'.repeat(40));
    await expect(readAll(tree, [{ blob: nowhere }])).rejects.toThrow(`1 objects are missing, the first is ${nowhere}`);
  });
});

describe('changes', () => {
  it('counts lines by path without looking for renames', async () => {
    world = aWorld({ 'a.txt': '1\n2\n3\n', 'gone.txt': 'x\ny\n', 'logo.bin': 'a\0b' });
    const from = head();
    world.git('mv', 'gone.txt', 'moved\n here.txt');
    const to = world.commit({ 'a.txt': '1\n2\nthree\nfour\n', 'logo.bin': 'a\0c' });
    expect(await (await world.open()).changes(from, to)).toEqual([
      { path: 'a.txt', added: 2, removed: 1 },
      { path: 'gone.txt', added: 0, removed: 2 },
      { path: 'logo.bin', added: 0, removed: 0 },
      { path: 'moved\n here.txt', added: 2, removed: 0 },
    ]);
  });

  it('runs no program of the user to compare files', async () => {
    world = aWorld({ 'a.txt': '1\n', '.gitattributes': '*.txt diff=evil\n' });
    world.git('config', 'diff.external', `touch ${world.folder}/ran; false`);
    world.git('config', 'diff.evil.textconv', `touch ${world.folder}/ran; cat`);
    world.git('config', 'diff.evil.command', `touch ${world.folder}/ran; false`);
    const from = head();
    const to = world.commit({ 'a.txt': '2\n' });
    expect(await (await world.open()).changes(from, to)).toEqual([{ path: 'a.txt', added: 1, removed: 1 }]);
    expect(readdirSync(world.folder)).not.toContain('ran');
  });

  it('throws for a commit that is not there', async () => {
    world = aWorld();
    await expect((await world.open()).changes(head(), commitId('1'.repeat(40)))).rejects.toThrow('git diff-tree failed');
  });
});

describe('isAncestor and commitFacts', () => {
  it('follow history', async () => {
    world = aWorld();
    const first = head();
    const second = world.commit({ 'b.txt': '' });
    const repository = await world.open();
    expect(await repository.isAncestor(first, second)).toBe(true);
    expect(await repository.isAncestor(second, first)).toBe(false);
    expect(await repository.isAncestor(second, second)).toBe(true);
    expect((await repository.commitFacts([second]))[0]?.time).toBe(1700000000);
    expect(await repository.commitFacts([])).toEqual([]);
  });

  it('ask git once about two commits', async () => {
    world = aWorld();
    const first = head();
    const second = world.commit({ 'b.txt': '' });
    const repository = await world.open();
    const answers = () => Promise.all([repository.isAncestor(first, second), repository.isAncestor(second, first)]);
    expect(await answers()).toEqual([true, false]);
    rmSync(join(world.root, '.git/objects'), { recursive: true });
    expect(await answers()).toEqual([true, false]);
  });

  it('an unknown commit is no answer', async () => {
    world = aWorld();
    const repository = await world.open();
    await expect(repository.isAncestor(commitId('1'.repeat(40)), head())).rejects.toThrow('git merge-base failed');
    expect(await repository.commitFacts([])).toEqual([]);
    await expect(repository.commitFacts([commitId('1'.repeat(40))])).rejects.toThrow('git rev-list failed');
  });
});

describe('uncommitted', () => {
  it('names changed, staged, deleted and untracked paths, and not ignored ones; the index stays as it is', async () => {
    world = aWorld({ 'a.txt': 'a\n', 'b.txt': 'b\n', 'c.txt': 'c\n', '.gitignore': 'node_modules/\n' });
    world.write({ 'a.txt': 'changed\n', 'new/deep\nname.txt': '', 'staged.txt': '', 'node_modules/x.js': '' });
    world.git('add', 'staged.txt');
    world.git('rm', '--quiet', '--cached', 'b.txt');
    // Same bytes, other time: reading would like to note that in the index.
    utimesSync(join(world.root, 'c.txt'), 1, 1);
    const before = world.fingerprint();
    expect(await (await world.open()).uncommitted()).toEqual(['a.txt', 'b.txt', 'new/deep\nname.txt', 'staged.txt']);
    expect(world.fingerprint()).toEqual(before);
  });

  it('names untracked files even when the user has switched that off', async () => {
    world = aWorld();
    world.git('config', 'status.showUntrackedFiles', 'no');
    world.write({ 'new.txt': '' });
    expect(await (await world.open()).uncommitted()).toEqual(['new.txt']);
  });
});
