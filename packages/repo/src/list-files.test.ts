import type { BlobId, TreeReader } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { memoryCache } from './cache/memory-cache.testing.js';
import { contentTree } from './content-tree.testing.js';
import { listFiles } from './list-files.js';

/** A tree that notes which sizes it was asked for; `sizes` stands in for what is in `files`. */
function watched(files: Readonly<Record<string, string>>, sizes: Readonly<Record<number, number | undefined>> = {}) {
  const tree = contentTree(files);
  const asked: BlobId[] = [];
  const answer: TreeReader['sizes'] = async (blobs) => {
    asked.push(...blobs);
    return (await tree.sizes(blobs)).map((size) => (size !== undefined && size in sizes ? sizes[size] : size));
  };
  return { asked, tree: { ...tree, sizes: answer } };
}

const sizesOf = (listed: Awaited<ReturnType<typeof listFiles>>) => listed.files.map(({ path, size }) => [path, size]);

describe('the files of a commit', () => {
  it('come by path with their bytes, and are asked about once for each content', async () => {
    const { tree, asked } = watched({ 'b.ts': 'same', 'a.ts': 'same', 'c.ts': '' });
    expect(sizesOf(await listFiles(tree))).toEqual([
      ['a.ts', 4],
      ['b.ts', 4],
      ['c.ts', 0],
    ]);
    expect(asked).toHaveLength(2);
  });

  it('leave out what git would not check out, and name it', async () => {
    const { tree } = watched({ '../a.ts': '1', 'b.ts': '22' });
    const listed = await listFiles(tree);
    expect({ sizes: sizesOf(listed), strange: listed.strange }).toEqual({ sizes: [['b.ts', 2]], strange: ['../a.ts'] });
  });

  it('have sizes that were kept, in another commit too, and git is asked about the rest', async () => {
    const cache = memoryCache();
    await listFiles(watched({ 'a.ts': 'one', 'b.ts': 'three' }).tree, cache);
    const later = watched({ 'moved.ts': 'one', 'b.ts': 'changed' });
    expect(sizesOf(await listFiles(later.tree, cache))).toEqual([
      ['b.ts', 7],
      ['moved.ts', 3],
    ]);
    expect(later.asked).toHaveLength(1);
  });

  it.each([
    ['is not here, and is asked for again, for it may come', undefined, Number.MAX_SAFE_INTEGER],
    ['is larger than is kept', 2 ** 32, 2 ** 32],
  ])('are too large to read where the content %s', async (_, size, told) => {
    const [cache, { tree, asked }] = [memoryCache(), watched({ 'a.bin': '1' }, { 1: size })];
    expect([sizesOf(await listFiles(tree, cache)), sizesOf(await listFiles(tree, cache))]).toEqual([
      [['a.bin', told]],
      [['a.bin', told]],
    ]);
    expect(asked).toHaveLength(2);
  });

  it('have their largest size kept, and no damaged one believed', async () => {
    const [cache, { tree, asked }] = [memoryCache(), watched({ 'a.bin': '1' }, { 1: 2 ** 32 - 1 })];
    await listFiles(tree, cache);
    expect(sizesOf(await listFiles(tree, cache))).toEqual([['a.bin', 2 ** 32 - 1]]);
    cache.put(asked[0] ?? '', 'size', Buffer.from('12345'));
    await listFiles(tree, cache);
    expect(asked).toHaveLength(2);
  });
});
