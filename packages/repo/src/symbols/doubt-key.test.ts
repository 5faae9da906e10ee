import { type RepoPath, repoPath } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { NO_CACHE } from '../cache/cache.js';
import { contentTree } from '../content-tree.testing.js';
import { indexRepository } from '../index-repository.js';
import type { Doubt } from './doubt.js';
import { doubtKey } from './doubt-key.js';
import { filesAt } from './files-at.js';
import { insideOf } from './outside-of.js';

const FILES = {
  'package.json': '{"workspaces": ["p/*"]}',
  'p/a/package.json': '{"name": "@acme/a", "main": "foo.ts"}',
  'p/a/foo.ts': 'export const foo = 1;',
  'p/a/all.ts': "export * from './foo';",
  'x.ts': "import { foo } from '@acme/a';\nfoo;",
  'far.ts': "import './x';",
};
const [FOO, ALL, X] = ['p/a/foo.ts', 'p/a/all.ts', 'x.ts'].map(repoPath) as [RepoPath, RepoPath, RepoPath];

async function key(files: Readonly<Record<string, string>> = {}, rest: Partial<Doubt> = {}): Promise<string> {
  const tree = contentTree({ ...FILES, ...files });
  const index = await indexRepository(tree);
  const doubt: Doubt = {
    ...{ source: { index, tree, cache: NO_CACHE }, doubtful: [X], barrels: new Set([ALL]), targets: new Set([FOO]) },
    ...{ words: ['foo'], isMember: false, inside: insideOf(index), ...rest },
  };
  return doubtKey(doubt, filesAt(index, [...doubt.doubtful, ...doubt.barrels, ...doubt.targets]));
}

describe('the key of a doubt', () => {
  it('stays the same when something else changes', async () => {
    expect(await key({ 'far.ts': 'foo;', 'README.md': 'New.' })).toBe(await key());
  });

  it.each([
    ['a file that is shown has another content', { 'x.ts': 'foo;' }],
    ['an import leads elsewhere', { 'p/a/package.json': '{"name": "@acme/a", "main": "all.ts"}' }],
    ['an import leads nowhere', { 'p/a/package.json': '{"name": "@acme/b", "main": "foo.ts"}' }],
    [
      'a package becomes known',
      { 'far.ts': "import '@new/b';", 'p/b/package.json': '{"name": "@new/b", "main": "b.ts"}', 'p/b/b.ts': '' },
    ],
  ])('changes when %s', async (_, files) => {
    expect(await key(files)).not.toBe(await key());
  });

  it.each<[string, Partial<Doubt>]>([
    ['word', { words: ['foo', 'bar'] }],
    ['kind of symbol', { isMember: true }],
    ['target', { targets: new Set([ALL]), barrels: new Set([FOO]) }],
    ['doubtful file', { doubtful: [X, ALL] }],
  ])('is another for another %s', async (_, rest) => {
    expect(await key({}, rest)).not.toBe(await key());
  });
});
