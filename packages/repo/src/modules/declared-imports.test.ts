import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { declaredExports, declaredImports } from './declared-imports.js';

function imports(text: string): readonly string[] {
  return declaredImports(parseSync('a.ts', text).module, text).map(
    ({ specifier, names, reexport }) => `${reexport ? '-> ' : ''}${specifier}: ${names.join(' ')}`,
  );
}

describe('declaredImports', () => {
  it.each([
    ["import { 'a-b' as c, default as d } from 'x'", ['x: a-b default']],
    ["import { type E, default as d } from 'x'", ['x: E default']],
    ["import json from './a.json' with { type: 'json' }", ['./a.json: default']],
    ["export { 'a-b' as 'c-d' } from 'x'", ['-> x: a-b']],
    ["export { default } from 'x'", ['-> x: default']],
    ["export { default as a, b as default } from 'x'", ['-> x: default', '-> x: b']],
    ["import * as ns from 'x'; export { ns }", ['x: *']],
    ["export {} from 'x'", []],
    ['const a = 1; export { a }', []],
    ["import('x')", ['x: *']],
    ['import(`x`)', ['x: *']],
    [`import(\`x/$\{name}\`)`, []],
    ["import('x' + name)", []],
    ['import.meta.url', []],
  ])('of %j', (text, expected) => {
    expect(imports(text)).toEqual(expected);
  });
});

describe('declaredExports', () => {
  it.each([
    ["export { a as 'b-c', d as default }; var a, d", ['b-c', 'default']],
    ["export * from 'x'", []],
    ["export * as ns from 'x'", ['ns']],
    ['export default () => 1', ['default']],
    ['export {}', []],
    ['export type { T }; type T = 1', ['T']],
  ])('of %j', (text, expected) => {
    expect(declaredExports(parseSync('a.ts', text).module.staticExports)).toEqual(expected);
  });
});
