import { describe, expect, it } from 'vitest';
import { looseImports } from './loose-imports.js';

const NO_COMMENTS = (): readonly never[] => [];

function found(text: string): readonly string[] {
  return looseImports(text, NO_COMMENTS).map(({ specifier, names }) => `${specifier}: ${names.join(' ')}`);
}

describe('looseImports', () => {
  it.each([
    ["require('a')", 'a: *'],
    ['require("a")', 'a: *'],
    ["require ( 'a' )", 'a: *'],
    ["const { b } = require('a')", 'a: b'],
    ["const { b, c: d, } = require('a')", 'a: b c'],
    ["const {\n  b,\n  c,\n} = require('a')", 'a: b c'],
    ["const { b: { deep } } = require('a')", 'a: *'],
    ["const b = require('a').c", 'a: c'],
    ["const b = require('a')\n  .c", 'a: c'],
    ["import b = require('a')", 'a: *'],
    ["require.resolve('a')", 'a: *'],
    ["let x: import('a').B", 'a: B'],
    ["let x: typeof import('a')", 'a: *'],
    ["import('a').then((a) => a)", 'a: *'],
    ["import('a').catch(() => {})", 'a: *'],
    ["const { b } = await import('a')", 'a: b'],
    ["vi.mock('a')", 'a: *'],
    ["vi.mock('a', () => ({ b: 1 }))", 'a: *'],
    ["jest.mock<typeof A>('a')", 'a: *'],
    ["jest.unmock('a')", 'a: *'],
    ["vi.doMock('a')", 'a: *'],
    ["jest.requireActual('a')", 'a: *'],
    ["await vi.importActual<A>('a')", 'a: *'],
  ])('finds %j', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    'require(a)',
    'require()',
    "require('a' + b)",
    'require(`a`)',
    "x.require('a')",
    "$require('a')",
    "sinon.mock('a')",
    "import x from 'a'",
    "reimport('a')",
    "require('a\\nb')",
  ])('finds nothing in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('leaves out what begins inside a comment, and asks for comments only when there is something to leave out', () => {
    const text = "require('a') /* require('b') */ require('c')";
    const told = looseImports(text, () => [{ start: 13, end: 31 }]).map(({ specifier }) => specifier);
    expect(told).toEqual(['a', 'c']);
    const refuse = (): never => {
      throw new Error('not needed');
    };
    expect(looseImports('const a = 1;', refuse)).toEqual([]);
  });

  it('is quick on a long text made of its own beginnings', () => {
    expect(found("{ a, require ( ' vi . mock <".repeat(20_000))).toEqual([]);
  });
});
