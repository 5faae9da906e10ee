import { aTree } from '@breakwater/model/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_CACHE } from '../cache/cache.js';
import { indexRepository } from '../index-repository.js';
import { searchWords } from './search-words.js';

async function search(
  texts: Readonly<Record<string, string>>,
  words: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const tree = aTree(texts);
  const index = await indexRepository(tree);
  return Object.fromEntries(await searchWords({ index, tree, cache: NO_CACHE }, index.files, words));
}

describe('searchWords', () => {
  it('finds whole identifiers only', async () => {
    const texts = {
      'a.ts': 'foo',
      'b.ts': 'x.foo(1)',
      'c.ts': 'food',
      'd.ts': '_foo',
      'e.ts': '$foo',
      'f.ts': 'foo2',
      'g.ts': 'éfoo',
      'h.ts': 'fooé',
      'i.ts': 'food foo',
      'j.ts': '"foo"',
    };
    expect(await search(texts, ['foo', 'bar', 'foo'])).toEqual({ foo: ['a.ts', 'b.ts', 'i.ts', 'j.ts'], bar: [] });
  });

  it('finds words beyond ASCII', async () => {
    expect(await search({ 'a.ts': 'const größe = 1', 'b.ts': 'const größer = 1' }, ['größe'])).toEqual({ größe: ['a.ts'] });
  });

  it('reads only what may hold one of the words, and what is not known by its words', async () => {
    const texts = { 'a.ts': 'openOrder()', 'b.ts': 'open(order)', 'c.ts': 'OPEN_ORDER', 'd.svg': 'openOrder', 'e.png': '' };
    const tree = aTree(texts);
    const index = await indexRepository(tree);
    const read: string[] = [];
    const visit: typeof tree.visit = async (blobs, onContent) => {
      read.push(...index.files.filter(({ blob }) => blobs.includes(blob)).map(({ path }) => path));
      await tree.visit(blobs, onContent);
    };
    const found = await searchWords({ index, tree: { ...tree, visit }, cache: NO_CACHE }, index.files, [
      'openOrder',
      'update',
      'x',
    ]);
    expect(Object.fromEntries(found)).toEqual({ openOrder: ['a.ts', 'd.svg'], update: [], x: [] });
    expect(read).toEqual(['a.ts', 'b.ts', 'c.ts', 'd.svg', 'e.png']);
    read.length = 0;
    await searchWords({ index, tree: { ...tree, visit }, cache: NO_CACHE }, index.files, ['openOrder', 'update']);
    expect(read).toEqual(['a.ts', 'c.ts', 'd.svg', 'e.png']);
  });

  it('agrees with a regular expression', async () => {
    const text = fc
      .array(fc.constantFrom('ab', 'a', 'b', ' ', '.', '$', '_', '1', '(', '-'), { maxLength: 12 })
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text, async (content) => {
        const expected = /(?<![\w$])ab(?![\w$])/.test(content) ? ['a.ts'] : [];
        expect(await search({ 'a.ts': content }, ['ab'])).toEqual({ ab: expected });
      }),
      { numRuns: 300 },
    );
  });
});
