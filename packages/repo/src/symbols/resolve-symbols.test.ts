import type { SymbolFact } from '@breakwater/model';
import { aTree } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { indexRepository } from '../index-repository.js';
import { resolveSymbols } from './resolve-symbols.js';

async function resolve(files: Readonly<Record<string, string>>, name: string): Promise<SymbolFact> {
  const tree = aTree(files);
  const [fact] = await resolveSymbols({ index: await indexRepository(tree), tree, questions: [{ name, references: true }] });
  return fact!;
}

/** Declarations as `path:line kind`. */
async function declarations(files: Readonly<Record<string, string>>, name: string): Promise<readonly string[]> {
  return (await resolve(files, name)).declarations.map(({ path, line, kind }) => `${path}:${line} ${kind}`);
}

async function references(files: Readonly<Record<string, string>>, name: string): Promise<readonly string[]> {
  return (await resolve(files, name)).references;
}

describe('declarations', () => {
  it.each([
    ['export class Foo {}', 'class'],
    ['export abstract class Foo {}', 'class'],
    ['export function Foo(): void {}', 'function'],
    ['export interface Foo {}', 'interface'],
    ['export type Foo = 1;', 'type'],
    ['export enum Foo {}', 'enum'],
    ['export const Foo = 1;', 'const'],
    ['export let other = 0, Foo = 1;', 'let'],
    ['export namespace Foo { export const x = 1; }', 'namespace'],
    ['export default class Foo {}', 'class'],
    ['class Foo {}\nexport default Foo;', 'class'],
    ['class Foo {}\nexport { Foo };', 'class'],
    ['class Inner {}\nexport { Inner as Foo };', 'class'],
    ['class Foo {}', 'class'],
    ['export const { Foo } = all;', 'const'],
    ["export { Foo } from 'elsewhere';", 'export'],
    ["export * as Foo from 'elsewhere';", 'export'],
    ['exports.Foo = Foo; function Foo() {}', 'function'],
  ])('%s', async (text, kind) => {
    expect(await declarations({ 'a.js': `\n\n${text}` }, 'Foo')).toEqual([`a.js:3 ${kind}`]);
  });

  it('have a line below their comments and decorators, and one entry for overloads', async () => {
    const text =
      '/** Foo is foo. */\n@Injectable()\nexport class Foo {}\nexport function bar(): void;\nexport function bar(x?: 1) {}\n';
    expect(await declarations({ 'a.ts': text }, 'Foo')).toEqual(['a.ts:2 class']);
    expect(await declarations({ 'a.ts': text }, 'bar')).toEqual(['a.ts:4 function']);
  });

  it('in every file that exports them; those inside a file count only when nothing is exported', async () => {
    const files = {
      'b.ts': 'export class Foo {}\nexport interface Foo {}',
      'a.ts': 'export const Foo = 1;',
      'inside.ts': 'class Foo {}',
      'barrel.ts': "export * from './a';\nexport { Foo } from './b';",
      'use.ts': "import { Foo } from './a';",
    };
    expect(await declarations(files, 'Foo')).toEqual(['a.ts:1 const', 'b.ts:1 class', 'b.ts:2 interface']);
  });

  it.each([
    ['Box.open', 'export class Box {\n open() {}\n}', 'a.ts:2 method'],
    ['Box.size', 'export class Box {\n constructor(\n  private size: number) {}\n}', 'a.ts:3 property'],
    ['Box.size', 'export class Box {\n static size = 1;\n}', 'a.ts:2 property'],
    ['Box.size', 'export class Box {\n get size() { return 1 }\n}', 'a.ts:2 accessor'],
    ['Box.secret', 'export class Box {\n #secret = 1;\n}', 'a.ts:2 property'],
    ['Box.open', 'export interface Box {\n open(): void;\n}', 'a.ts:2 method'],
    ['Box.open', 'export type Box = {\n open: 1;\n}', 'a.ts:2 property'],
    ['Box.Open', 'export enum Box {\n Open,\n}', 'a.ts:2 member'],
    ['Box.open', 'export namespace Box {\n export function open() {}\n}', 'a.ts:2 function'],
    ['Box.open', "export const Box = {\n 'open': 1,\n} as const;", 'a.ts:2 property'],
  ])('of the member %s in %j', async (name, text, place) => {
    expect(await declarations({ 'a.ts': text }, name)).toEqual([place]);
  });

  it('of a member of a namespace that is a file', async () => {
    const files = {
      'utils/open.ts': 'export function open() {}',
      'utils/index.ts': "export * from './open';",
      'index.ts': "export * as Utils from './utils';",
      'other.ts': 'export function open() {}\nexport function parse() {}',
    };
    expect(await declarations(files, 'Utils.open')).toEqual(['utils/open.ts:1 function']);
    expect(await declarations(files, 'JSON.parse')).toEqual([]);
  });

  it('of C#, beside TypeScript of the same name', async () => {
    const files = { 'api/Order.cs': 'public class Order {}', 'web/order.ts': 'export interface Order {}' };
    expect(await declarations(files, 'Order')).toEqual(['api/Order.cs:1 class', 'web/order.ts:1 interface']);
  });

  it('are none for what is unknown or no symbol', async () => {
    const tree = aTree({ 'a.ts': "export const a = 'Gone two words';" });
    const questions = ['Gone', 'two words', 'Gone.too'].map((name) => ({ name, references: true }));
    const facts = await resolveSymbols({ index: await indexRepository(tree), tree, questions });
    expect(facts).toEqual(questions.map(({ name }) => ({ name, declarations: [], references: [] })));
  });
});

describe('references', () => {
  it('are files that import the symbol, over barrels, renamings and packages too', async () => {
    const files = {
      'package.json': '{"workspaces": ["packages/*"]}',
      'packages/a/package.json': '{"name": "@acme/a", "main": "dist/index.js"}',
      'packages/a/src/foo.ts': 'export class Foo {}\nconst here = new Foo();',
      'packages/a/src/star.ts': "export * from './foo';",
      'packages/a/src/index.ts': "export { Foo } from './star';\nexport { Foo as Bar } from './star';",
      'packages/b/package.json': '{"name": "@acme/b"}',
      'packages/b/near.ts': "import { Foo } from '@acme/a';",
      'packages/b/renamed.ts': "import { Bar } from '@acme/a';",
      'packages/b/local-name.ts': "import { Foo as F } from '@acme/a';\nnew F();",
      'packages/b/type.ts': "type T = import('@acme/a').Foo;",
      'packages/b/stranger.ts': "import { other } from '@acme/a';\nclass Foo {}",
      'packages/b/comment.ts': "import { other } from '@acme/a';\n// like Foo",
      'packages/b/far.ts': 'class Foo {}',
    };
    expect(await references(files, 'Foo')).toEqual([
      'packages/a/src/index.ts',
      'packages/b/local-name.ts',
      'packages/b/near.ts',
      'packages/b/renamed.ts',
      'packages/b/type.ts',
    ]);
  });

  it('are files that take the symbol out of a namespace, and those that get it from them', async () => {
    const files = {
      'foo.ts': 'export function foo() {}',
      'utils.ts': "export * from './foo';",
      'index.ts': "export * as Utils from './utils';",
      'taken.ts': "import { Utils } from './index';\nexport const { foo } = Utils;",
      'uses-taken.ts': "import { foo } from './taken';\nfoo();",
      'member.ts': "import { Utils } from './index';\nUtils.foo();",
      'own.ts': "import { Utils } from './index';\nconst foo = Utils;\nfoo;",
    };
    expect(await references(files, 'foo')).toEqual(['member.ts', 'taken.ts', 'uses-taken.ts']);
  });

  it('of a default export are its importers, whatever they call it', async () => {
    const files = {
      'foo.ts': 'export default class Foo {}',
      'named.ts': "export { default as Foo } from './foo';",
      'a.ts': "import Whatever from './foo';",
      'b.ts': "import { Foo } from './named';",
      'c.ts': "import { type Foo } from 'elsewhere';\nimport './a';",
    };
    expect(await references(files, 'Foo')).toEqual(['a.ts', 'b.ts', 'named.ts']);
  });

  it('keep what cannot be proved to be another', async () => {
    const files = {
      'foo.ts': 'export class Box { open() {} }',
      'untyped.ts': "import './foo';\nexport function f(x: any) { x.open(); }",
      'key.ts': "import './foo';\nconst key = 'open';",
      'same-shape.ts': "import { Box } from './foo';\nconst box: Box = { open() {} };",
      'own.ts': "import './foo';\nfunction open() {}\nopen();",
      'unrelated.ts': 'export function g(x: any) { x.open(); }',
    };
    expect(await references(files, 'Box.open')).toEqual(['key.ts', 'same-shape.ts', 'untyped.ts']);
  });

  it('include files whose import could not be followed', async () => {
    const files = {
      'package.json': '{"workspaces": ["p/*"]}',
      'p/a/package.json': '{"name": "@acme/a"}',
      'p/a/src/index.ts': 'export const foo = 1;',
      'p/b/package.json': '{"name": "@acme/b"}',
      'p/b/x.ts': "import { other } from '@acme/a';",
      'p/b/y.ts': "import { foo } from '@acme/a/generated/thing';\nfoo();",
    };
    expect(await references(files, 'foo')).toEqual(['p/b/y.ts']);
  });

  it('of a script are wherever the word is used', async () => {
    const files = { 'global.js': 'function boot() {}', 'page.js': 'boot();', 'own.js': 'function go() {}' };
    expect(await references(files, 'boot')).toEqual(['page.js']);
  });

  it('of a file that only says that it is a module are none', async () => {
    const files = { 'own.ts': 'export {};\nfunction boot() {}', 'page.ts': 'boot();' };
    expect(await references(files, 'boot')).toEqual([]);
  });

  it('in components are those that their scripts import, also for their page alone', async () => {
    const files = {
      'money.ts': 'export const price = 1;\nexport const other = 2;',
      'named.vue': "<template>{{ price }}</template>\n<script setup>\nimport { price } from './money';\n</script>",
      'page.svelte': '<script lang="ts">import * as money from \'./money\';</script>\n<p>{money.price}</p>',
      'own.vue': '<script setup lang="ts">import { other } from \'./money\'; const price = other;</script>',
      'styled.vue': "<script>import './money';</script><style>.price {}</style>",
      'namesake.vue': '<script>const price = 1;</script>',
      'app.ts': "import Page from './page.svelte';\nimport Own from './own.vue';\nPage.price;",
      'front.astro': "---\nimport { price } from './money';\n---\n<p>{price}</p>",
    };
    expect(await references(files, 'price')).toEqual(['app.ts', 'front.astro', 'named.vue', 'page.svelte']);
  });

  it('of a component are those that import its file, under whatever name', async () => {
    const files = {
      'ui/UserCard.vue': '<template><p /></template>',
      'ui/index.ts': "export { default as UserCard } from './UserCard.vue';",
      'a.vue': "<script setup>import { UserCard } from './ui';</script><template><UserCard /></template>",
      'b.ts': "import Card from './ui/UserCard.vue';",
      'c.vue': '<template><UserCard /></template>',
    };
    expect(await references(files, 'UserCard')).toEqual(['a.vue', 'b.ts', 'ui/index.ts']);
  });

  it('in C# are wherever the word is', async () => {
    const files = {
      'Order.cs': 'public class Order {}',
      'Use.cs': 'var o = new Order();',
      'Page.razor': '<Order />',
      'Orders.cs': 'class Orders {}',
      'order.ts': 'const Order = 1;',
    };
    expect(await references(files, 'Order')).toEqual(['Page.razor', 'Use.cs']);
  });

  it('are not looked for unless asked', async () => {
    const tree = aTree({ 'a.ts': 'export const a = 1;', 'b.ts': "import { a } from './a';" });
    const questions = [
      { name: 'a', references: false },
      { name: 'a', references: true },
    ];
    const facts = await resolveSymbols({ index: await indexRepository(tree), tree, questions });
    expect(facts.map(({ references: found }) => found)).toEqual([[], ['b.ts']]);
  });
});
