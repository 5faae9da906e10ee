import { describe, expect, it } from 'vitest';
import { parseModule } from './parse-module.js';

/** Imports as `specifier: names`, a re-export with an arrow before it. */
function importsOf(text: string, path = 'a.ts'): readonly string[] {
  return parseModule(path, text).imports.map(
    ({ specifier, names, reexport }) => `${reexport ? '-> ' : ''}${specifier}: ${names.join(' ')}`,
  );
}

describe('imports', () => {
  it('have the names of the other file, one entry for each file', () => {
    const text = `
      import fallback, { b as local, type T } from './x';
      import * as everything from './n';
      import './effect';
      import { a } from './x';
      import type { Only } from './types';
    `;
    expect(importsOf(text)).toEqual(['./effect: ', './n: *', './types: Only', './x: T a b default']);
  });

  it('that are passed on are re-exports', () => {
    const text = `
      export { z as y, default as w } from './z';
      export * from './all';
      export * as q from './q';
      export type { U } from './types';
    `;
    expect(importsOf(text)).toEqual(['-> ./all: *', '-> ./q: *', '-> ./types: U', '-> ./z: default z']);
  });

  it('that a later statement exports are both', () => {
    expect(importsOf(`import { a as b } from './a'; export { b as c };`)).toEqual(['./a: a', '-> ./a: a']);
  });

  it('may be calls, types, requires and mocks', () => {
    const text = `
      const late = await import('./late');
      const { one, two: renamed } = await import("./picked");
      import('./then').then((x) => x);
      type T = import('./type').Foo;
      type M = typeof import('./module');
      import legacy = require('./legacy');
      const { join, resolve: r } = require('node:path');
      const whole = require('./whole');
      const part = require('./part').piece;
      require.resolve('./resolved');
      vi.mock('./mocked', () => ({}));
      jest.doMock("./done");
      vi.mock(import('./typed-mock'));
      const real = await vi.importActual<typeof import('./actual')>('./actual');
    `;
    expect(importsOf(text)).toEqual(
      [
        './actual: *',
        './done: *',
        './late: *',
        './legacy: *',
        './mocked: *',
        './module: *',
        './part: piece',
        './picked: * one two',
        './resolved: *',
        './then: *',
        './type: Foo',
        './typed-mock: *',
        './whole: *',
        'node:path: join resolve',
      ].sort(),
    );
  });

  it('in comments, of computed names and of other functions called require are none', () => {
    const text = `
      // require('./line')
      /* import('./block') */
      /** @type {import('./doc').T} */
      import(name); import(\`./\${name}\`); require(name); loader.require('./own'); myrequire('./mine');
    `;
    expect(importsOf(text)).toEqual([]);
  });
});

describe('exports', () => {
  it('are the names the file gives out itself, sorted, each once', () => {
    const text = `
      export default class Foo {}
      export const { m, n: [o] } = all;
      export function f(): void; export function f(x?: number) {}
      export abstract class H {} export enum E {} export namespace N { export const inner = 1 }
      export type T = 1; export interface I {} export declare const d: number;
      const x = 1; export { x as y };
      export * from './star'; export * as ns from './ns'; export { passed } from './passed';
    `;
    expect(parseModule('a.ts', text).exports).toEqual([
      'E',
      'H',
      'I',
      'N',
      'T',
      'd',
      'default',
      'f',
      'm',
      'ns',
      'o',
      'passed',
      'y',
    ]);
  });

  it('of CommonJS are those written plainly', () => {
    expect(parseModule('a.js', 'exports.b = 1; module.exports.a = 2; exports.c == 3; my.exports.d = 4;').exports).toEqual([
      'a',
      'b',
    ]);
    expect(parseModule('a.cjs', 'module.exports = { x, y: 1, z() {}, ...rest };').exports).toEqual(['default', 'x', 'y', 'z']);
    expect(parseModule('a.js', 'module.exports = function () {}').exports).toEqual(['default']);
    expect(parseModule('a.ts', 'class A {}\nexport = A;').exports).toEqual(['default']);
  });
});

describe('kinds of files', () => {
  it('JavaScript may hold JSX, types, and what only a script may', () => {
    expect(parseModule('a.js', `import a from 'a'; export const x = <div a={a} />;`)).toMatchObject({ exports: ['x'] });
    expect(parseModule('a.js', `import a from 'a'; type X = number; export const y: X = a;`)).toMatchObject({ exports: ['y'] });
    expect(parseModule('a.cjs', `with (a) {} exports.z = 1;`)).toEqual({
      imports: [],
      exports: ['z'],
      isScript: false,
      hasErrors: false,
    });
  });

  it.each(['a.ts', 'a.mts', 'a.cts', 'a.tsx', 'a.d.ts'])('TypeScript as %s', (path) => {
    expect(parseModule(path, `import type { A } from './a'; export declare const x: A;`)).toEqual({
      imports: [{ specifier: './a', names: ['A'], reexport: false }],
      exports: ['x'],
      isScript: false,
      hasErrors: false,
    });
  });

  it('wrong code answers with what can be read and says so', () => {
    const module = parseModule('a.ts', `import { a } from './a'; export const = ;`);
    expect(module.imports).toEqual([{ specifier: './a', names: ['a'], reexport: false }]);
    expect(module.exports).toEqual([]);
    expect(module.hasErrors).toBe(true);
  });
});

describe('a script', () => {
  const isScript = (path: string, text: string): boolean => parseModule(path, text).isScript;

  it.each([
    ['with nothing of a module', 'a.ts', 'const x = 1;'],
    ['that names a module in a type', 'a.d.ts', "declare type X = import('./x').X;"],
    ['that loads a module later', 'a.js', "const later = () => import('./x');"],
  ])('is one %s', (_, path, text) => {
    expect(isScript(path, text)).toBe(true);
  });

  it.each([
    ['that gives out nothing and says so', 'a.ts', 'export {};'],
    ['that imports for an effect', 'a.ts', "import './x';"],
    ['of CommonJS that gives out nothing', 'a.js', "const x = require('./x');"],
    ['whose name says that it is a module', 'a.mts', 'const x = 1;'],
  ])('is no file %s', (_, path, text) => {
    expect(isScript(path, text)).toBe(false);
  });
});

describe('a component', () => {
  it('imports what its scripts import, and gives out itself and what they export', () => {
    const text = `
      <script lang="ts">import { b } from './b'; export interface Props { a: b }</script>
      <script setup lang="ts">import A, { type C } from './a.vue'; const late = () => import('./late.vue');</script>
      <template><A /></template>`;
    expect(parseModule('x.vue', text)).toEqual({
      imports: [
        { specifier: './a.vue', names: ['C', 'default'], reexport: false },
        { specifier: './b', names: ['b'], reexport: false },
        { specifier: './late.vue', names: ['*'], reexport: false },
      ],
      exports: ['Props', 'default'],
      isScript: false,
      hasErrors: false,
    });
  });

  it('of Svelte gives out what its module exports, not its properties', () => {
    const text = `<script module>export const load = 1;</script><script>export let value; $: twice = value * 2;</script>`;
    expect(parseModule('x.svelte', text)).toMatchObject({ exports: ['default', 'load'], hasErrors: false });
    const older = text.replace('module', 'context="module"');
    expect(parseModule('x.svelte', older)).toMatchObject({ exports: ['default', 'load'] });
  });

  it('of Astro may return at the top', () => {
    const text = "---\nimport { a } from './a';\nif (a) return a;\n---\n<p>{a}</p>";
    expect(parseModule('x.astro', text)).toMatchObject({ imports: [{ specifier: './a', names: ['a'] }], hasErrors: false });
  });

  it('needs the file in which its code lies', () => {
    expect(parseModule('x.vue', '<script src="./x.ts" />').imports).toEqual([
      { specifier: './x.ts', names: ['*'], reexport: false },
    ]);
  });

  it('is found in time whatever its scripts begin', () => {
    expect(parseModule('x.vue', '<script>a</script>'.repeat(20_000)).exports).toEqual(['default']);
  });
});
