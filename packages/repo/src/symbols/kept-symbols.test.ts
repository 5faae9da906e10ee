import type { SymbolFact, TreeReader } from '@breakwater/model';
import { expect, it } from 'vitest';
import type { Cache } from '../cache/cache.js';
import { memoryCache } from '../cache/memory-cache.testing.js';
import { contentTree } from '../content-tree.testing.js';
import { indexRepository } from '../index-repository.js';
import { resolveSymbols } from './resolve-symbols.js';

const FILES = {
  'foo.ts': 'export class Foo { open() {} }\nexport const near = 1;',
  'all.ts': "export { Foo as Bar } from './foo';\nexport * as inner from './foo';",
  'user.ts': "import { Bar } from './all';\nnew Bar().open();",
  'stranger.ts': "import { near } from './foo';\nfunction Foo() {}\nFoo();",
  'legacy.js': "exports.Foo = Foo;\nfunction Foo() {}\nrequire('./foo');",
  'Foo.cs': 'public class Foo { public void Open() {} }',
  'Use.cs': 'new Foo();',
};
const QUESTIONS = ['Foo', 'Foo.open', 'inner.near', 'Gone'].map((name) => ({ name, references: true }));

/** The facts about a tree, and the contents that were read for them. */
async function ask(files: Readonly<Record<string, string>>, cache?: Cache) {
  const tree = contentTree(files);
  const read: string[] = [];
  const visit: TreeReader['visit'] = (blobs, onContent) =>
    tree.visit(blobs, (blob, bytes) => {
      read.push(Buffer.from(bytes).toString());
      onContent(blob, bytes);
    });
  const index = await indexRepository(tree);
  const facts = await resolveSymbols({ index, tree: { ...tree, visit }, questions: QUESTIONS, ...(cache && { cache }) });
  return { facts, read: new Set(read) };
}

async function factsOf(files: Readonly<Record<string, string>>): Promise<readonly SymbolFact[]> {
  return (await ask(files)).facts;
}

it('facts are the same with a cache, and the second time nothing is read for them', async () => {
  const cache = memoryCache();
  const expected = await factsOf(FILES);
  expect((await ask(FILES, cache)).facts).toEqual(expected);
  expect(expected[0]?.references).toEqual(['Use.cs', 'all.ts', 'user.ts']);
  expect(cache.kept.all().filter(({ question }) => question === 'strangers')).not.toEqual([]);
  expect(await ask(FILES, cache)).toEqual({ facts: expected, read: new Set() });
});

it('a file that changed is read anew, with those it is judged together with', async () => {
  const cache = memoryCache();
  await ask(FILES, cache);
  const changed = { ...FILES, 'Foo.cs': '\n\npublic enum Foo {}' };
  expect(await ask(changed, cache)).toEqual({ facts: await factsOf(changed), read: new Set([changed['Foo.cs']]) });
  const meant = { ...FILES, 'stranger.ts': "import * as foo from './foo';\nfoo.Foo;" };
  const { facts, read } = await ask(meant, cache);
  expect(facts).toEqual(await factsOf(meant));
  expect(facts[0]?.references).toContain('stranger.ts');
  expect([...read]).not.toContain(FILES['Foo.cs']);
});

it('a file that moved is found where it is now', async () => {
  const cache = memoryCache();
  await ask(FILES, cache);
  const { 'user.ts': text, ...rest } = FILES;
  const moved = { ...rest, 'main.ts': text, 'copy.mts': text };
  expect((await ask(moved, cache)).facts).toEqual(await factsOf(moved));
});

it('what other questions and other trees left there disturbs nothing', async () => {
  const cache = memoryCache();
  const worlds = [
    FILES,
    { ...FILES, 'all.ts': '' },
    { ...FILES, 'foo.ts': 'class Foo {}' },
    { 'foo.d.ts': FILES['foo.ts'] },
    FILES,
  ];
  for (const files of worlds) expect((await ask(files, cache)).facts).toEqual(await factsOf(files));
});

it.each(['', 'nonsense', '{}', '\u0007'.repeat(3)])('an entry that holds %j counts as never kept', async (content) => {
  const cache = memoryCache();
  const expected = await ask(FILES, cache);
  for (const { name, question } of cache.kept.all()) cache.put(name, question, Buffer.from(content));
  expect(await ask(FILES, cache)).toEqual(expected);
});
