import type { IndexedFile } from '@breakwater/model';
import { aTree } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { NO_CACHE } from '../cache/cache.js';
import { indexRepository } from '../index-repository.js';
import { findDeclarations } from './find-declarations.js';
import { searchWords } from './search-words.js';
import { parseSymbolName } from './symbol-name.js';

/** Places of each symbol as `path:line kind`. */
async function find(
  files: Readonly<Record<string, string>>,
  ...names: readonly string[]
): Promise<readonly (readonly string[])[]> {
  const tree = aTree(files);
  const index = await indexRepository(tree);
  const code: readonly IndexedFile[] = index.files.filter(({ path }) => index.modules.has(path) || path.endsWith('.cs'));
  const symbols = names.map((name) => parseSymbolName(name)!);
  const hits = await searchWords(
    { index, tree, cache: NO_CACHE },
    code,
    symbols.flatMap(({ owner, word }) => [word, owner ?? word]),
  );
  const found = await findDeclarations({ index, tree, cache: NO_CACHE }, symbols, hits);
  return found.map((one) => one.map(({ path, line, kind }) => `${path}:${line} ${kind}`));
}

describe('findDeclarations', () => {
  it('answers in the order of the names, an unknown one with nothing', async () => {
    const files = { 'a.ts': 'export class A {}\nexport class B {}', 'b.cs': 'class B {}' };
    expect(await find(files, 'B', 'Gone', 'A')).toEqual([['a.ts:2 class', 'b.cs:1 class'], [], ['a.ts:1 class']]);
  });

  it('what declares a name beats what passes it on, and that counts when nothing else does', async () => {
    const barrel = { 'all.ts': "export { foo } from './foo';", 'out.ts': "export { bar } from 'elsewhere';" };
    expect(await find({ ...barrel, 'foo.ts': 'export const foo = 1;' }, 'foo', 'bar')).toEqual([
      ['foo.ts:1 const'],
      ['out.ts:1 export'],
    ]);
  });

  it('C# is not hidden by an export, for it has none', async () => {
    const files = { 'a.ts': 'export class Foo {}', 'own.ts': 'class Foo {}', 'Foo.cs': 'class Foo {}' };
    expect(await find(files, 'Foo')).toEqual([['Foo.cs:1 class', 'a.ts:1 class']]);
  });

  it('one entry for each file and kind: overloads, partial classes, merged interfaces', async () => {
    const files = {
      'a.ts': 'export function f(): void;\nexport function f(x?: 1) {}\nexport namespace f { export const y = 1; }',
      'P1.cs': 'partial class f {}\npartial class f {}',
      'P2.cs': 'partial class f {}',
    };
    expect(await find(files, 'f')).toEqual([['P1.cs:1 class', 'P2.cs:1 class', 'a.ts:1 function', 'a.ts:3 namespace']]);
  });

  it('looks first where the name is exported, so a common word does not hide its only declaration', async () => {
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, n) => [`a/${n}.ts`, '// foo is used here']));
    expect(await find({ ...many, 'z/foo.ts': 'export const foo = 1;' }, 'foo')).toEqual([['z/foo.ts:1 const']]);
    expect(await find({ ...many, 'z/foo.ts': 'class foo {}\nexport default foo;' }, 'foo')).toEqual([['z/foo.ts:1 class']]);
    expect(await find({ ...many, 'z/foo.ts': 'class foo {}' }, 'foo')).toEqual([[]]);
  });

  it('the same for a name whatever else is asked', async () => {
    const files = { 'a.js': 'const { foo } = all;\nclass Bar {}', 'b.js': 'exports.foo = 1;' };
    expect(await find(files, 'foo')).toEqual([[]]);
    expect(await find(files, 'foo', 'Bar')).toEqual([[], ['a.js:2 class']]);
  });

  it('names with a dollar sign, and those that only begin like the one sought', async () => {
    const files = { 'a.ts': 'const $scope = 1, $scopes = 2;\nfunction* scope() {}\nclass scope$ {}' };
    expect(await find(files, '$scope', 'scope', 'scope$')).toEqual([['a.ts:1 const'], ['a.ts:2 function'], ['a.ts:3 class']]);
  });

  it('members of an owner that only one file declares with that member', async () => {
    const files = {
      'a.ts': 'export interface Box {\n open(): void;\n}',
      'b.ts': 'export class Box {\n close() {}\n}',
      'Box.cs': 'class Box {\n  public void Open() {}\n}',
    };
    expect(await find(files, 'Box.open', 'Box.close', 'Box.Open', 'Box.shut')).toEqual([
      ['a.ts:2 method'],
      ['b.ts:2 method'],
      ['Box.cs:2 method'],
      [],
    ]);
  });
});
