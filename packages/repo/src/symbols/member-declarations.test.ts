import { describe, expect, it } from 'vitest';
import { loadTsMorph } from './load-ts-morph.js';
import { memberDeclarations } from './member-declarations.js';
import { openProject, placeOf } from './open-project.js';

/** Where the first declaration of a text has a member, as `line kind`. */
async function members(text: string, name: string): Promise<readonly string[]> {
  const morph = await loadTsMorph();
  const [statement] = openProject(morph, new Map([['a.ts', text]]))
    .getSourceFileOrThrow(placeOf('a.ts'))
    .getStatements();
  const owner = morph.Node.isVariableStatement(statement) ? statement.getDeclarations()[0]! : statement!;
  return memberDeclarations(morph, owner, name).map(({ line, kind }) => `${line} ${kind}`);
}

describe('memberDeclarations', () => {
  it('of an accessor pair, of overloads and of a field beside a method are all of them', async () => {
    const text = 'class A {\n get x() { return 1 }\n set x(v) {}\n m(): void;\n m(a?: 1) {}\n static m = 1;\n}';
    expect(await members(text, 'x')).toEqual(['2 accessor', '3 accessor']);
    expect(await members(text, 'm')).toEqual(['5 method', '6 property']);
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
  ])('does not take %s for one', async (_, text) => {
    expect(await members(text, 'x')).toEqual([]);
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
  ])('in %j is %s', async (text, place) => {
    expect(await members(text, 'x')).toEqual([place]);
  });
});
