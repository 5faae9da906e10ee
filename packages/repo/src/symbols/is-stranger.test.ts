import { type ModuleRecord, type RepoPath, repoPath } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { isStranger } from './is-stranger.js';
import { loadTsMorph } from './load-ts-morph.js';
import { openProject, placeOf } from './open-project.js';

const morph = loadTsMorph();

const WORLD = {
  'foo.ts': 'export const $foo = 1, größe = 2, constructor = 3;\nexport class Box { $foo() {} get größe() { return 1; } }',
  'namesake.ts': 'export const $foo = 1, größe = 2, constructor = 3;\nexport class Bag { $foo() {} }',
};

function importing(...targets: readonly string[]): ModuleRecord {
  const imports = targets.map((path) => ({
    specifier: `./${path.replace('.ts', '')}`,
    names: ['*'],
    reexport: false,
    target: repoPath(path),
  }));
  return { imports, exports: [] };
}

/** Whether every use of the words in a text is proved to mean something else than what `foo.ts` declares. */
function strange(text: string, words: readonly string[], isMember = false): boolean {
  const modules = new Map<string, ModuleRecord>([['x.tsx', importing('foo.ts', 'namesake.ts')]]);
  const project = openProject(morph, new Map(Object.entries({ ...WORLD, 'x.tsx': text })), modules);
  const [path, targets] = [repoPath('x.tsx'), new Set<RepoPath>([repoPath('foo.ts')])];
  const isOutside = (specifier: string): boolean => specifier === 'lodash';
  return isStranger(morph, project.getSourceFileOrThrow(placeOf(path)), { path, targets, words, isMember, isOutside });
}

describe('a file is a stranger', () => {
  it.each([
    ['without a word of the symbol', 'const other = 1;'],
    ['without a text', ''],
    ['when the word is a part of others only', 'a$foo + $foo2 + $fooé + é$foo;'],
    ['when it declares the word itself, also after a byte order mark', '\uFEFFconst $foo = 1;\r\n$foo;'],
    ['when it takes the word from a namesake', "import { $foo } from './namesake';\r\n$foo;"],
    ['when the word is text of a page, or in a longer text', "const page = <p title='a $foo'>$foo</p>;"],
    ['when it is a type of its own', 'type $foo = 1; const x: $foo = 1;'],
    ['when a package from outside gives it', "import { $foo as x } from 'lodash'; export { $foo } from 'lodash';"],
  ])('%s', (_, text) => {
    expect(strange(text, ['$foo'])).toBe(true);
  });

  it('only when that holds for all the names the symbol goes by', () => {
    const text = "import { größe } from './foo'; const $foo = 1; größe + $foo;";
    expect([strange(text, ['$foo']), strange(text, ['größe']), strange(text, ['$foo', 'größe'])]).toEqual([true, false, false]);
  });

  it('when it has a constructor, which every class may have', () => {
    expect(strange('class Own { constructor() {} }', ['constructor'])).toBe(true);
    expect(strange("import { constructor } from './foo';", ['constructor'])).toBe(false);
  });

  it('in the middle of characters of several bytes', () => {
    expect(strange("const größe = '🚀'; // größe\nconst b = größe;", ['größe'])).toBe(true);
    expect(strange("import { größe } from './foo'; const a = '🚀', b = größe;", ['größe'])).toBe(false);
  });
});

describe('a file is none', () => {
  it.each([
    ['when one use of many is the symbol', "import * as all from './foo'; const $foo = 1; $foo; all.$foo;"],
    ['when it names the symbol as a type', "let x: typeof import('./foo').$foo;"],
    ['when it gives the symbol out under another name', "export { $foo as other } from './foo';"],
    ['when it takes the symbol out of a namespace, by default even', "import * as all from './foo'; const { $foo = 2 } = all;"],
    ['when it takes it out of what is unknown', 'declare const any: any; const { $foo } = any;'],
    ['when the word is a key in quotes', "declare const any: any; any['$foo'];"],
    ['when the word is a key in back-ticks', 'declare const any: any; any[`$foo`];'],
    ['when a call is told the word in quotes', "declare const get: any; get('$foo');"],
    ['when a call is told the word in back-ticks', 'declare const get: any; get(`$foo`);'],
    ['when nobody knows where it comes from', "import { $foo } from './made-by-a-build'; $foo;"],
    ['when it hides under a private name', 'class Own { #$foo = 1; }'],
    ['when it is an element of a page', "import * as all from './foo'; const page = <all.$foo />;"],
  ])('%s', (_, text) => {
    expect(strange(text, ['$foo'])).toBe(false);
  });
});

describe('of a member', () => {
  it.each([
    ['a property', 'const own = { $foo: 1 };'],
    ['a property in short', 'const $foo = 1; const own = { $foo };'],
    ['a method of a class', 'class Own { $foo() {} }'],
    ['a getter', 'class Own { get $foo() { return 1; } }'],
    ['a setter of an object', 'const own = { set $foo(to: number) {} };'],
    ['a signature', 'interface Own { $foo(): void }'],
    ['a property of a type', 'type Own = { readonly $foo: 1 };'],
    ['a parameter that may be a property', 'class Own { constructor(readonly $foo: number) {} }'],
  ])('%s of the same name may stand in for it', (_, text) => {
    expect([strange(text, ['$foo'], true), strange(text, ['$foo'], false)]).toEqual([false, true]);
  });

  it.each([['const $foo = 1; $foo;'], ['function $foo() {}'], ['class $foo {}'], ['enum Own { $foo }']])('%s cannot', (text) => {
    expect(strange(text, ['$foo'], true)).toBe(true);
  });
});
