import { type IndexedFile, repoPath } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { contentTree } from '../content-tree.testing.js';
import { factsFrom } from '../facts/facts-from.testing.js';
import { listFiles } from '../list-files.js';
import { declarationFacts } from './declaration-facts.js';
import { parseSymbolName } from './symbol-name.js';

/** What a text declares under a name, as `line kind`; `exported`: what the index knows that the file gives out. */
async function declared(
  { path, text, exported = [] }: { readonly path: string; readonly text: string; readonly exported?: readonly string[] },
  name: string,
): Promise<readonly string[]> {
  const tree = contentTree({ [path]: text });
  const { files } = await listFiles(tree);
  const [facts = []] = await factsFrom(declarationFacts(() => exported)(parseSymbolName(name)!), tree, files);
  return facts.map(({ line, kind }) => `${line} ${kind}`);
}

describe('a text that gives nothing out', () => {
  it.each([
    ['class Foo {}', 'class'],
    ['abstract class Foo {}', 'class'],
    ['async function Foo() {}', 'function'],
    ['function* Foo() {}', 'function'],
    ['function *Foo() {}', 'function'],
    ['function*Foo() {}', 'function'],
    ['interface Foo {}', 'interface'],
    ['type Foo<T> = T;', 'type'],
    ['const enum Foo {}', 'enum'],
    ['declare module Foo {}', 'namespace'],
    ['let\n  Foo = 1;', 'let'],
  ])('declares all the same: %s', async (text, kind) => {
    const [line] = await declared({ path: 'a.ts', text }, 'Foo');
    expect(line).toMatch(new RegExp(`^[12] ${kind}$`));
  });

  it.each([
    ['class Food {}'],
    ['class Foo$ {}'],
    ['class Fooé {}'],
    ['new class { Foo() {} }'],
    ['// class Foo {}'],
    ['subclass Foo'],
  ])('does not declare: %s', async (text) => {
    expect(await declared({ path: 'a.ts', text }, 'Foo')).toEqual([]);
  });

  it.each(['$', '$foo', '_', 'größe', '変数', 'constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'declares a name that is like no other: %s',
    async (name) => {
      expect(await declared({ path: 'a.ts', text: `const other = 1;\nconst ${name} = 2;` }, name)).toEqual(['2 const']);
      expect(await declared({ path: 'a.ts', text: 'const other = 1;' }, name)).toEqual([]);
    },
  );
});

describe('lines are counted', () => {
  it.each([
    ['with line feeds', '\n\nexport class Foo {}'],
    ['with carriage returns before them', '\r\n\r\nexport class Foo {}'],
    ['after a byte order mark', '\uFEFF\n\nexport class Foo {}'],
    ['after characters of several bytes', "'注文🚀';\n'é';\nexport class Foo {}"],
  ])('%s', async (_, text) => {
    expect(await declared({ path: 'a.ts', text, exported: ['Foo'] }, 'Foo')).toEqual(['3 class']);
    expect(await declared({ path: 'a.cs', text: text.replace('export', 'public') }, 'Foo')).toEqual(['3 class']);
  });
});

describe('a text', () => {
  it('is asked about several names in a row, and for each as if it were asked alone', async () => {
    const texts = { 'a.ts': 'export class Box { open() {} }\nexport const lid = 1;', 'b.ts': 'export const lid = 2, open = 3;' };
    const tree = contentTree(texts);
    const { files } = await listFiles(tree);
    const kindFor = declarationFacts(() => ['Box', 'lid', 'open']);
    const found: unknown[] = [];
    for (const name of ['Box', 'Box.open', 'lid', 'open', 'Box.gone']) {
      const facts = await factsFrom(kindFor(parseSymbolName(name)!), tree, files);
      found.push(facts.map((one) => (one ?? []).map(({ line, kind, exportedAs }) => `${line} ${kind} ${exportedAs.join()}`)));
    }
    expect(found).toEqual([
      [['1 class Box'], []],
      [['1 method Box'], []],
      [['2 const lid'], ['1 const lid']],
      [[], ['1 const open']],
      [[], []],
    ]);
  });

  it('is known by its ending, and apart from a member of the same word', () => {
    const kindFor = declarationFacts(() => []);
    const file = (path: string): IndexedFile => ({
      path: repoPath(path),
      blob: 'b' as IndexedFile['blob'],
      mode: '100644',
      size: 1,
    });
    const marks = ['Foo', 'Foo.bar', 'bar'].flatMap((name) =>
      ['a.ts', 'x/b.ts', 'a.d.ts', 'a.tsx', 'a.cs'].map((path) => kindFor(parseSymbolName(name)!).markOf(file(path))),
    );
    expect(marks[0]).toBe(marks[1]);
    expect(new Set(marks).size).toBe(12);
  });
});
