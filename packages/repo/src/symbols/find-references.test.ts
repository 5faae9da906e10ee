import { seededRandom } from '@breakwater/model';
import { aTree } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { indexRepository } from '../index-repository.js';
import { resolveSymbols } from './resolve-symbols.js';

type Files = Readonly<Record<string, string>>;

async function references(files: Files, ...names: readonly string[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const tree = aTree(files);
  const questions = names.map((name) => ({ name, references: true }));
  const facts = await resolveSymbols({ index: await indexRepository(tree), tree, questions });
  return Object.fromEntries(facts.map((fact) => [fact.name, fact.references]));
}

describe('users of a symbol', () => {
  it('are found whatever every object calls its own', async () => {
    const files = {
      'a.ts': 'export const toString = 1, constructor = 2, hasOwnProperty = 3;',
      'b.ts': "import { toString } from './a';",
      'c.ts': "import { constructor as make } from './a';",
      'd.ts': "import './a'; class Own { constructor() {} }",
    };
    const found = await references(files, 'toString', 'constructor', 'hasOwnProperty', 'valueOf');
    expect(found).toEqual({ toString: ['b.ts'], constructor: ['c.ts'], hasOwnProperty: [], valueOf: [] });
  });

  it('are found by names that differ in case only', async () => {
    const files = {
      'order.ts': 'export class Order {}\nexport const order = new Order();',
      'a.ts': "import { Order } from './order';",
      'b.ts': "import { order } from './order';",
      'A.ts': "import { Gone as Order } from './other';\nconst order = Order;",
      'other.ts': 'export class Gone {}',
    };
    expect(await references(files, 'Order', 'order')).toEqual({ Order: ['a.ts'], order: ['b.ts'] });
  });

  it('are found beyond ASCII, after a byte order mark and with carriage returns', async () => {
    const files = {
      'größe.ts': '\uFEFF// Größe\r\nexport const größe = 1;\r\n',
      'a.ts': "\uFEFFimport {\r\n  größe,\r\n} from './größe';\r\n",
      'b.ts': "import { größer } from './größe';\r\n",
      'c.ts': "import './größe';\r\nconst größe = 2;\r\n",
    };
    expect(await references(files, 'größe')).toEqual({ größe: ['a.ts'] });
  });

  //  a <-> b <-> c, each passing on all of both others
  it('are found around a circle of files that pass on each other', async () => {
    const circle = ['a', 'b', 'c'];
    const files = Object.fromEntries(
      circle.map((name) => {
        const others = circle.filter((other) => other !== name).map((other) => `export * from './${other}';\n`);
        return [`${name}.ts`, `${others.join('')}export const in_${name} = 1;`];
      }),
    );
    const users = { 'u.ts': "import { in_a } from './c';", 'v.ts': "import { in_b } from './c';\nconst in_a = 1;" };
    expect(await references({ ...files, ...users }, 'in_a')).toEqual({ in_a: ['u.ts'] });
  });

  it('never are the files that declare it, not even when these import each other', async () => {
    const files = {
      'a.ts': "import { Foo as B } from './b';\nexport class Foo extends B {}",
      'b.ts': "import type { Foo as A } from './a';\nexport class Foo { other?: A }",
      'c.ts': "export { Foo } from './a';",
    };
    expect(await references(files, 'Foo')).toEqual({ Foo: ['c.ts'] });
  });

  it('are found by a name that is got on the way, and by the old one no more', async () => {
    const files = {
      'foo.ts': 'const inner = 1;\nexport { inner as Outer };',
      'all.ts': "export * as all from './foo';",
      'a.ts': "import { all } from './all';\nall.Outer;",
      'b.ts': "import { all } from './all';\nconst inner = all;",
    };
    expect(await references(files, 'Outer')).toEqual({ Outer: ['a.ts'] });
  });

  it('over the paths of a configuration, the exports of a package and a folder with an index are found alike', async () => {
    const files = {
      'package.json': '{"workspaces": ["libs/*"]}',
      'tsconfig.base.json':
        '{"compilerOptions": {"paths": {"@/ui": ["libs/ui/src"], "@deep/*": ["libs/ui/src/*"],},}} // relaxed',
      'libs/ui/package.json': '{"name": "@acme/ui", "exports": {".": {"import": "./dist/index.mjs"}, "./x/*": "./dist/*.js"}}',
      'libs/ui/src/index.ts': "export * from './button';",
      'libs/ui/src/button/index.ts': 'export const Button = 1;',
      'apps/a.ts': "import { Button } from '@/ui';",
      'apps/b.tsx': "import { Button } from '@deep/button';",
      'apps/c.mts': "import { Button } from '@acme/ui';",
      'apps/d.js': "const { Button } = require('@acme/ui/x/button');",
      'apps/e.ts': "import { Button } from 'elsewhere';",
    };
    expect(await references(files, 'Button')).toEqual({ Button: ['apps/a.ts', 'apps/b.tsx', 'apps/c.mts', 'apps/d.js'] });
  });

  it('of a module without exports are none, though its word is elsewhere', async () => {
    const files = { 'a.ts': "import './b';\nclass Foo {}", 'b.ts': "import 'x';\nclass Foo {}", 'c.ts': "import './a';\nFoo;" };
    expect(await references(files, 'Foo')).toEqual({ Foo: [] });
  });

  it('are none in an empty repository, and in one file alone', async () => {
    expect(await references({}, 'Foo')).toEqual({ Foo: [] });
    expect(await references({ 'a.ts': 'export class Foo {}\nnew Foo();' }, 'Foo')).toEqual({ Foo: [] });
  });
});

/** Modules at random: each declares a name, and imports, renames or passes on those of others, itself among them. */
function someModules(seed: number): Files {
  const random = seededRandom(seed);
  const size = 3 + random(6);
  return Object.fromEntries(
    Array.from({ length: size }, (_, n) => {
      const lines = Array.from({ length: random(4) }, () => {
        const [from, name] = [`'./m${random(size)}'`, `name${random(size)}`];
        return [
          `export * from ${from};`,
          `export { ${name} } from ${from};`,
          `import { ${name} as local${random(100)} } from ${from};`,
          `export * as ns${n} from ${from};`,
        ][random(4)];
      });
      return [`m${n}.ts`, [...lines, `export const name${n} = ${n};`].join('\n')];
    }),
  );
}

describe('in modules at random', () => {
  const SEEDS = Array.from({ length: 12 }, (_, seed) => seed);

  it('users stand sorted, each once, none of them declares, and their order in the commit is nothing', async () => {
    for (const seed of SEEDS) {
      const files = someModules(seed);
      const names = Object.keys(files).map((_, n) => `name${n}`);
      const found = await references(files, ...names);
      for (const [name, paths] of Object.entries(found)) {
        expect(paths).toEqual([...new Set(paths)].sort());
        expect(paths).not.toContain(`m${name.slice('name'.length)}.ts`);
        for (const path of paths) expect(files[path]).toMatch(/import|export/);
      }
      const backwards = await references(Object.fromEntries(Object.entries(files).reverse()), ...[...names].reverse());
      expect(backwards).toEqual(found);
    }
  });

  it('whoever imports a name straight from where it is declared is among its users', async () => {
    for (const seed of SEEDS) {
      const files = someModules(seed);
      const found = await references(files, ...Object.keys(files).map((_, n) => `name${n}`));
      for (const [path, text] of Object.entries(files)) {
        for (const [, name = '', of] of text.matchAll(/\{ name(\d+).*?\} from '\.\/m(\d+)'/g)) {
          if (name === of && path !== `m${of}.ts`) expect(found[`name${name}`]).toContain(path);
        }
      }
    }
  });
});
