import { type BlobId, type RepoPath, repoPath } from '@breakwater/model';
import { aTree } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { NO_CACHE } from '../cache/cache.js';
import { memoryCache } from '../cache/memory-cache.testing.js';
import { indexRepository } from '../index-repository.js';
import { dropStrangers } from './drop-strangers.js';
import { insideOf } from './outside-of.js';

const FOO = {
  'foo.ts': 'export function foo() {}\nexport class Box { foo() {} }',
  'all.ts': "export * as all from './foo';\nexport { foo } from './foo';",
  'namesake.ts': 'export function foo() {}\nexport const holder = { foo: 1 };',
};

/** Whether a text that holds the word `foo` stays among the users of `foo.ts`. */
async function stays(text: string, { isMember = false, extra = {} } = {}): Promise<boolean> {
  const tree = aTree({ ...FOO, ...extra, 'x.tsx': text });
  const source = { index: await indexRepository(tree), tree, cache: NO_CACHE };
  const kept = await dropStrangers({
    source,
    doubtful: [repoPath('x.tsx'), ...Object.keys(extra).map(repoPath)],
    barrels: new Set([repoPath('all.ts'), repoPath('namesake.ts')]),
    targets: new Set([repoPath('foo.ts')]),
    words: ['foo'],
    isMember,
    inside: insideOf(source.index),
  });
  return kept.includes(repoPath('x.tsx'));
}

describe('a file stays', () => {
  it.each([
    ["import { foo } from './foo';"],
    ["import { foo as f } from './all';"],
    ["import { all } from './all'; all.foo();"],
    ["import * as everything from './foo'; everything.foo();"],
    ["import { all } from './all'; const { foo } = all;"],
    ["import { all } from './all'; const { foo: f } = all;"],
    ["import { all } from './all'; const { foo } = all; foo();"],
    ["export { foo } from './all';"],
    ["type F = typeof import('./foo').foo;"],
    ['declare const unknown: any; unknown.foo();'],
    ["import { unknown } from './not-here'; unknown.foo();"],
    ["import { foo } from './not-here';"],
    ['foo();'],
    ["const key = 'foo';"],
    ['const key = `foo`;'],
    ['/** Like {@link foo}. */ export const bar = 1;'],
    ["const foo = 1; import { all } from './all'; all.foo();"],
  ])('when it means the symbol or may mean it: %s', async (text) => {
    expect(await stays(text)).toBe(true);
  });

  it('when it gets the name from one that took it out of a namespace', async () => {
    const extra = { 'taken.ts': "import { all } from './all';\nexport const { foo } = all;" };
    expect(await stays("import { foo } from './taken'; foo();", { extra })).toBe(true);
  });

  it.each([
    ["import { Box } from './foo'; new Box().foo();"],
    ["import type { Box } from './foo'; const box: Box = { foo() {} };"],
    ["import { Box } from './foo'; class Mine extends Box { override foo() {} }"],
    ['class Looks { foo() {} }'],
  ])('when a member of that name may stand in for the one asked about: %s', async (text) => {
    expect(await stays(text, { isMember: true })).toBe(true);
  });
});

describe('a file goes', () => {
  it.each([
    ['const foo = 1; foo;'],
    ['function foo() {} foo();'],
    ['function f(foo: number) { return foo; }'],
    ['interface Other { foo: number } declare const o: Other; o.foo;'],
    ["import { foo } from 'lodash'; foo();"],
    ["import foo from 'lodash/foo'; foo();"],
    ["export { foo } from 'lodash';"],
    ["import { foo } from './namesake'; foo();"],
    ["import { holder } from './namesake'; holder.foo;"],
    ['// foo'],
    ['/** Like foo. */ export const bar = 1;'],
    ["const text = 'call foo now';"],
    ['const text = `call foo now`;'],
    ['const page = <p>foo</p>;'],
    ["import { all } from './all'; const foo = 1; all; foo;"],
  ])('when every use is proved to be another: %s', async (text) => {
    expect(await stays(text)).toBe(false);
  });

  it('when it gets the name from one that took it out of something else', async () => {
    const extra = { 'taken.ts': "import { holder } from './namesake';\nexport const { foo } = holder;" };
    expect(await stays("import { foo } from './taken'; foo();", { extra })).toBe(false);
  });
});

describe('all files stay', () => {
  it('when there are too many to look at', async () => {
    const paths: readonly RepoPath[] = Array.from({ length: 300 }, (_, n) => repoPath(`own/${n}.ts`));
    const tree = aTree(Object.fromEntries(paths.map((path) => [path, 'const foo = 1;'])));
    const source = { index: await indexRepository(tree), tree, cache: NO_CACHE };
    const doubt = {
      source,
      doubtful: paths,
      barrels: new Set<RepoPath>(),
      targets: new Set<RepoPath>(),
      words: ['foo'],
      isMember: false,
      inside: [],
    };
    expect(await dropStrangers(doubt)).toEqual(paths);
  });
});

describe('an answer', () => {
  const files = { ...FOO, 'x.ts': 'const foo = 1; foo;', 'y.ts': "import { foo } from './foo';" };

  /** Asks twice; what was read the second time, and both answers. */
  async function twice(words: readonly string[]) {
    const [tree, cache] = [aTree(files), memoryCache()];
    const index = await indexRepository(tree);
    const read: BlobId[] = [];
    const visit: typeof tree.visit = async (blobs, onContent) => {
      read.push(...blobs);
      await tree.visit(blobs, onContent);
    };
    const ask = () => {
      const source = { index, tree: { ...tree, visit }, cache };
      const [doubtful, targets] = [['y.ts', 'x.ts'].map(repoPath), new Set([repoPath('foo.ts')])];
      return dropStrangers({ source, doubtful, barrels: new Set(), targets, words, isMember: false, inside: insideOf(index) });
    };
    const first = await ask();
    read.length = 0;
    return { answers: [first, await ask()], read, kept: cache.kept.all().length };
  }

  it('is kept, in the order of the question, and the second time nothing is read', async () => {
    expect(await twice(['foo'])).toEqual({ answers: [['y.ts'], ['y.ts']], read: [], kept: 1 });
  });

  it('is given also where the symbol goes out under a name that is no identifier', async () => {
    expect(await twice(['foo', 'f(*)$'])).toEqual({ answers: [['y.ts'], ['y.ts']], read: [], kept: 1 });
  });

  it('is not kept when the compiler could give none', async () => {
    const tooLongForAPattern = 'x'.repeat(100_000);
    const { answers, read, kept } = await twice(['foo', tooLongForAPattern]);
    expect(answers).toEqual(new Array(2).fill(['y.ts', 'x.ts']));
    expect([read.length, kept]).toEqual([3, 0]);
  });
});
