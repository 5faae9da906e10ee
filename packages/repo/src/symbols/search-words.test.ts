import { type IndexedFile, repoPath } from '@breakwater/model';
import { aTree } from '@breakwater/model/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchWords } from './search-words.js';

async function search(
  texts: Readonly<Record<string, string>>,
  words: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const tree = aTree(texts);
  const files: IndexedFile[] = (await tree.list()).map((entry) => ({ ...entry, path: repoPath(entry.path) }));
  return Object.fromEntries(await searchWords(tree, files, words));
}

describe('searchWords', () => {
  it('finds whole identifiers only', async () => {
    const texts = {
      a: 'foo',
      b: 'x.foo(1)',
      c: 'food',
      d: '_foo',
      e: '$foo',
      f: 'foo2',
      g: 'éfoo',
      h: 'fooé',
      i: 'food foo',
      j: '"foo"',
    };
    expect(await search(texts, ['foo', 'bar', 'foo'])).toEqual({ foo: ['a', 'b', 'i', 'j'], bar: [] });
  });

  it('finds words beyond ASCII', async () => {
    expect(await search({ a: 'const größe = 1', b: 'const größer = 1' }, ['größe'])).toEqual({ größe: ['a'] });
  });

  it('agrees with a regular expression', async () => {
    const text = fc
      .array(fc.constantFrom('ab', 'a', 'b', ' ', '.', '$', '_', '1', '(', '-'), { maxLength: 12 })
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text, async (content) => {
        const expected = /(?<![\w$])ab(?![\w$])/.test(content) ? ['a'] : [];
        expect(await search({ a: content }, ['ab'])).toEqual({ ab: expected });
      }),
      { numRuns: 300 },
    );
  });
});
