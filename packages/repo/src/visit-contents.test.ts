import { type BlobId, type IndexedFile, repoPath, type TreeReader } from '@breakwater/model';
import { aBlob, aCommit, aTree } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { decode } from './decode.js';
import { visitContents } from './visit-contents.js';

async function filesOf(tree: TreeReader): Promise<readonly IndexedFile[]> {
  return (await tree.list()).map((entry) => ({ ...entry, path: repoPath(entry.path) }));
}

/** A tree of files of a given size that remembers how it was asked. */
function countingTree(sizes: readonly number[]): { tree: TreeReader; files: IndexedFile[]; asked: number[] } {
  const asked: number[] = [];
  const files = sizes.map((size, n) => ({ path: repoPath(`f${n}`), blob: aBlob(n + 1), mode: '100644', size }));
  const read = async (blobs: readonly BlobId[]): Promise<ReadonlyMap<BlobId, Uint8Array>> => {
    asked.push(blobs.length);
    return new Map(blobs.map((blob) => [blob, new Uint8Array(1)]));
  };
  return { tree: { commit: aCommit(1), list: async () => files, read }, files, asked };
}

describe('visitContents', () => {
  it('hands every content over in order', async () => {
    const tree = aTree({ 'a.ts': 'A', 'b.ts': 'B' });
    const seen: string[] = [];
    await visitContents(tree, await filesOf(tree), ({ path }, bytes) => seen.push(`${path}=${decode(bytes)}`));
    expect(seen).toEqual(['a.ts=A', 'b.ts=B']);
  });

  it('asks for a thousand files at most at once', async () => {
    const { tree, files, asked } = countingTree(new Array(2_500).fill(1));
    await visitContents(tree, files, () => undefined);
    expect(asked).toEqual([1_000, 1_000, 500]);
  });

  it('asks for eight megabytes at most at once, a larger file alone', async () => {
    const { tree, files, asked } = countingTree([5e6, 3e6, 1, 20e6, 1]);
    await visitContents(tree, files, () => undefined);
    expect(asked).toEqual([2, 1, 1, 1]);
  });

  it('asks once for files of equal content and visits each', async () => {
    const { tree, files, asked } = countingTree([1]);
    const [file] = files as [IndexedFile];
    const seen: string[] = [];
    await visitContents(tree, [file, { ...file, path: repoPath('copy') }], ({ path }) => seen.push(path));
    expect({ seen, asked }).toEqual({ seen: ['f0', 'copy'], asked: [1] });
  });

  it('throws when a tree does not read what it lists', async () => {
    const { tree, files } = countingTree([1]);
    const broken = { ...tree, read: async () => new Map() };
    await expect(visitContents(broken, files, () => undefined)).rejects.toThrow('Internal error');
  });
});
