import { describe, expect, it } from 'vitest';
import { parseSymbolName } from './symbol-name.js';
import { typescriptDeclarations } from './typescript-declarations.js';

/** As `line kind: exported names`, with a star for what is only passed on. */
function declared(text: string, name: string): readonly string[] {
  return typescriptDeclarations(
    'a.ts',
    text,
  )(parseSymbolName(name)!).map(({ line, kind, exportedAs, passedOn }) =>
    `${line} ${kind}: ${exportedAs.join(' ')}${passedOn ? '*' : ''}`.trim(),
  );
}

describe('the names under which a file gives a declaration out', () => {
  it.each([
    ['export class Foo {}', '1 class: Foo'],
    ['export default class Foo {}', '1 class: default'],
    ['export default function Foo() {}', '1 function: default'],
    ['class Foo {}\nexport default Foo;', '1 class: default'],
    ['class Foo {}\nexport { Foo };', '1 class: Foo'],
    ['class Foo {}\nexport { Foo as default, Foo as Bar };', '1 class: Bar default'],
    ['class X {}\nexport { X as Foo };', '1 class: Foo'],
    ['export class Foo {}\nexport { Foo as Bar };\nexport default Foo;', '1 class: Bar Foo default'],
    ['class Foo {}', '1 class:'],
    ['class Foo {}\nexport = Foo;', '1 class: default'],
    ["export { Foo } from './foo';", '1 export: Foo*'],
    ["export { X as Foo } from './foo';", '1 export: Foo*'],
    ["export * as Foo from './foo';", '1 export: Foo*'],
    ['export const { Foo } = all;', '1 const: Foo*'],
    ['export const { X: Foo } = all;', '1 const: Foo*'],
    ['export const { a: { Foo }, ...rest } = all;', '1 const: Foo*'],
    ['export const [Foo] = all;', '1 const: Foo*'],
  ])('%j', (text, expected) => {
    expect(declared(text, 'Foo')).toEqual([expected]);
  });

  it.each([
    "import { Foo } from './foo';",
    "export { Foo as Bar } from './foo';",
    "export * from './foo';",
    'export const { Foo: bar } = all;',
    'function f() { class Foo {} }',
    'new Foo();',
    'export const bar = class Foo {};',
    "declare module 'x' { export const Foo: 1 }",
  ])('%j declares nothing', (text) => {
    expect(declared(text, 'Foo')).toEqual([]);
  });

  it('a value and a type of one name are two declarations', () => {
    expect(declared('export const Foo = 1;\nexport type Foo = 1;', 'Foo')).toEqual(['1 const: Foo', '2 type: Foo']);
  });

  it('a member has those of its owner', () => {
    expect(declared('class Foo {\n bar() {}\n}\nexport { Foo as Baz };', 'Foo.bar')).toEqual(['2 method: Baz']);
    expect(declared('export interface Foo { a: 1 }\nexport interface Foo {\n bar: 1 }', 'Foo.bar')).toEqual(['3 property: Foo']);
    expect(declared('export class Foo {}', 'Foo.bar')).toEqual([]);
  });
});
