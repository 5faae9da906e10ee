import type { IndexedFile } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { memoryCache } from '../cache/memory-cache.testing.js';
import { contentTree } from '../content-tree.testing.js';
import { decode } from '../decode.js';
import { listFiles } from '../list-files.js';
import { collectFacts, readUnread } from './collect-facts.js';
import type { FactKind } from './fact-kind.js';

/** A text in capitals, of files whose names have an ending, which counts. Notes what is read. */
function capitals(read: string[] = []): FactKind<string> {
  return {
    markOf: ({ path }) => (path.includes('.') ? `capitals ${path.slice(path.lastIndexOf('.'))}` : undefined),
    read: (path, bytes) => {
      read.push(path);
      return decode(bytes).toUpperCase();
    },
    encode: (fact) => Buffer.from(`!${fact}`),
    decode: (kept) => {
      const text = decode(kept);
      if (!text.startsWith('!')) throw new Error('not kept by us');
      return text.slice(1);
    },
  };
}

/** The commit's files, in the order written. */
async function open(files: Readonly<Record<string, string>>) {
  const tree = contentTree(files);
  const byPath = new Map<string, IndexedFile>((await listFiles(tree)).files.map((file) => [file.path, file]));
  const listed = Object.keys(files).flatMap((path) => byPath.get(path) ?? []);
  return { tree, listed };
}

async function collect(files: Readonly<Record<string, string>>, cache = memoryCache()) {
  const read: string[] = [];
  const { tree, listed } = await open(files);
  const collection = collectFacts(capitals(read), listed, cache);
  await readUnread(tree, [collection]);
  return { facts: collection.facts, read };
}

describe('facts', () => {
  it('come in the order of the files, none for one that is not read', async () => {
    expect(await collect({ 'b.ts': 'b', LICENSE: 'l', 'a.ts': 'a' })).toEqual({
      facts: ['B', undefined, 'A'],
      read: ['b.ts', 'a.ts'],
    });
  });

  it('are none of a commit that holds nothing', async () => {
    expect(await collect({})).toEqual({ facts: [], read: [] });
  });

  it('are read once for equal contents with equal marks, and once more for another mark', async () => {
    expect(await collect({ 'a.ts': 'x', 'b.ts': 'x', 'c.js': 'x' })).toEqual({ facts: ['X', 'X', 'X'], read: ['a.ts', 'c.js'] });
  });

  it('of an empty file are facts like all others, and kept', async () => {
    const cache = memoryCache();
    expect(await collect({ 'a.ts': '' }, cache)).toEqual({ facts: [''], read: ['a.ts'] });
    expect(await collect({ 'a.ts': '' }, cache)).toEqual({ facts: [''], read: [] });
  });

  it('are not read again where a cache has them, whatever the file is called now', async () => {
    const cache = memoryCache();
    await collect({ 'a.ts': 'x', 'b.ts': 'y' }, cache);
    expect(await collect({ 'moved.ts': 'y', 'a.ts': 'new' }, cache)).toEqual({ facts: ['Y', 'NEW'], read: ['a.ts'] });
  });

  it('are read anew where what was kept cannot be understood, and kept anew', async () => {
    const cache = memoryCache();
    await collect({ 'a.ts': 'x' }, cache);
    for (const entry of cache.kept.all()) cache.kept.put({ ...entry, answer: Buffer.from('damaged') });
    expect(await collect({ 'a.ts': 'x' }, cache)).toEqual({ facts: ['X'], read: ['a.ts'] });
    expect(await collect({ 'a.ts': 'x' }, cache)).toEqual({ facts: ['X'], read: [] });
  });

  it('of several kinds are read in one pass, each content once', async () => {
    const { tree, listed } = await open({ 'a.ts': 'x', 'b.ts': 'y' });
    const visited: (readonly string[])[] = [];
    const watched: typeof tree = {
      ...tree,
      visit: (blobs, onContent) => {
        visited.push(blobs);
        return tree.visit(blobs, onContent);
      },
    };
    const second: FactKind<string> = { ...capitals(), markOf: ({ path }) => (path === 'b.ts' ? 'second' : undefined) };
    const collections = [capitals(), second].map((kind) => collectFacts(kind, listed, memoryCache()));
    const progress: string[] = [];
    await readUnread(watched, collections, (done, of) => progress.push(`${done}/${of}`));
    expect(visited).toEqual([listed.map(({ blob }) => blob)]);
    expect(collections.map(({ facts }) => facts)).toEqual([
      ['X', 'Y'],
      [undefined, 'Y'],
    ]);
    expect(progress).toEqual(['1/2', '2/2']);
  });
});
