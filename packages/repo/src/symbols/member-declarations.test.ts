import type { Statement } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { parseText } from '../modules/parse-module.js';
import { memberDeclarations } from './member-declarations.js';
import { isNamedNode } from './statement-kind.js';

/** Where the first declaration of a text has a member, as `line kind`. */
function members(text: string, name: string): readonly string[] {
  const [statement] = parseText('a.ts', text).program.body as readonly Statement[];
  const owner = statement!.type === 'VariableDeclaration' ? statement!.declarations[0]! : statement!;
  if (owner.type !== 'VariableDeclarator' && !isNamedNode(owner)) throw new Error(`no declaration: ${owner.type}`);
  return memberDeclarations(owner, name).map(({ start, kind }) => `${text.slice(0, start).split('\n').length} ${kind}`);
}

describe('memberDeclarations', () => {
  it('of an accessor pair, of overloads and of a field beside a method are all of them', () => {
    const text = 'class A {\n get x() { return 1 }\n set x(v) {}\n m(): void;\n m(a?: 1) {}\n static m = 1;\n}';
    expect(members(text, 'x')).toEqual(['2 accessor', '3 accessor']);
    expect(members(text, 'm')).toEqual(['5 method', '6 property']);
  });

  it.each([
    ['a parameter that is no property', 'class A { constructor(x: number) {} }'],
    ['a local of a method', 'class A { m() { const x = 1; } }'],
    ['a member of a member', 'const a = { b: { x: 1 } };'],
    ['a computed name', "const a = { ['x']: 1 };"],
    ['what is spread', 'const x = {}; const a = { ...x };'],
    ['a value that is no literal', 'const a = make({ x: 1 });'],
    ['a type that is no literal', 'type A = Omit<{ x: 1 }, "y">;'],
    ['a function', 'function a(x: number) {}'],
  ])('does not take %s for one', (_, text) => {
    expect(members(text, 'x')).toEqual([]);
  });

  it.each([
    ['interface A {\n x: 1 }', '2 property'],
    ['interface A {\n get x(): 1 }', '2 accessor'],
    ['const a = {\n x }', '2 property'],
    ['const a = {\n x() {} } as const', '2 method'],
    ['const a = {\n x: 1 } satisfies T', '2 property'],
    ["enum A {\n 'x' = 1 }", '2 member'],
    ['namespace A {\n export class x {} }', '2 class'],
    ['namespace A {\n export const y = 1, x = 2; }', '2 property'],
    ['abstract class A {\n abstract x(): void }', '2 method'],
    ['class A { constructor(\n readonly x: 1) {} }', '2 property'],
  ])('in %j is %s', (text, place) => {
    expect(members(text, 'x')).toEqual([place]);
  });
});
