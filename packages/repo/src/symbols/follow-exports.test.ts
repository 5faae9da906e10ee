import { aTree } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { NO_CACHE } from '../cache/cache.js';
import { indexRepository } from '../index-repository.js';
import { followExports } from './follow-exports.js';
import { importersOf } from './import-graph.js';

async function follow(
  files: Readonly<Record<string, string>>,
  path: string,
  name: string,
): Promise<Record<string, readonly string[]>> {
  const tree = aTree(files);
  const index = await indexRepository(tree);
  const { users, barrels, names } = await followExports({ index, tree, cache: NO_CACHE }, importersOf(index), [{ path, name }]);
  return { users: [...users].sort(), barrels: [...barrels].sort(), names: [...names].sort() };
}

describe('followExports', () => {
  //  foo -> star -> renamed -> user        foo -> namespace -> (members only)
  it('follows barrels and new names to the files that import by name', async () => {
    const files = {
      'foo.ts': 'export const foo = 1, other = 2;',
      'star.ts': "export * from './foo';",
      'renamed.ts': "export { foo as bar, other } from './star';",
      'user.ts': "import { bar } from './renamed';",
      'direct.ts': "import { foo } from './foo';",
      'namespace.ts': "export * as ns from './foo';",
      'member.ts': "import { ns } from './namespace';",
      'not.ts': "import { other } from './renamed';",
      'effect.ts': "import './foo';",
    };
    expect(await follow(files, 'foo.ts', 'foo')).toEqual({
      users: ['direct.ts', 'renamed.ts', 'user.ts'],
      barrels: ['namespace.ts', 'renamed.ts', 'star.ts'],
      names: ['bar', 'foo'],
    });
  });

  it('does not pass a default export through a star', async () => {
    const files = {
      'foo.ts': 'export default 1;',
      'star.ts': "export * from './foo';",
      'named.ts': "export { default as foo } from './foo';",
      'a.ts': "import x from './star';",
      'b.ts': "import x from './foo';",
      'c.ts': "import { foo } from './named';",
    };
    expect(await follow(files, 'foo.ts', 'default')).toEqual({
      users: ['b.ts', 'c.ts', 'named.ts'],
      barrels: ['named.ts', 'star.ts'],
      names: ['default', 'foo'],
    });
  });

  it('ends in a circle of barrels', async () => {
    const files = {
      'foo.ts': "export const foo = 1;\nexport * from './a';",
      'a.ts': "export * from './b';\nexport * from './foo';",
      'b.ts': "export * from './a';",
    };
    expect(await follow(files, 'foo.ts', 'foo')).toEqual({ users: [], barrels: ['a.ts', 'b.ts', 'foo.ts'], names: ['foo'] });
  });

  //  foo <- left0, right0 <- top0 <- left1, right1 <- top1 ...: two ways on every floor, a billion ways in all
  it('asks about each name of a file once, however many ways lead there', async () => {
    const floors = Array.from({ length: 30 }, (_, n) => {
      const below = n === 0 ? './foo' : `./top${n - 1}`;
      return {
        [`left${n}.ts`]: `export * from '${below}';`,
        [`right${n}.ts`]: `export * from '${below}';\nexport { foo } from '${below}';`,
        [`top${n}.ts`]: `export * from './left${n}';\nexport * from './right${n}';`,
      };
    });
    const files = { 'foo.ts': 'export const foo = 1;', 'user.ts': "import { foo } from './top29';" };
    const { users, barrels, names } = await follow(Object.assign(files, ...floors), 'foo.ts', 'foo');
    expect(users).toEqual([...floors.map((_, n) => `right${n}.ts`).sort(), 'user.ts']);
    expect([barrels?.length, names]).toEqual([90, ['foo']]);
  });

  it('tells names apart that every object has, and those that differ in case only', async () => {
    const files = {
      'a.ts': 'export const toString = 1, constructor = 2, __proto__ = 3, ToString = 4;',
      'all.ts': "export * from './a';\nexport { constructor as hasOwnProperty } from './a';",
      'string.ts': "import { toString } from './all';",
      'String.ts': "import { ToString } from './all';",
      'proto.ts': "import { __proto__ } from './all';",
      'own.ts': "import { hasOwnProperty } from './all';",
    };
    const followed = await Promise.all(
      ['toString', 'ToString', '__proto__', 'constructor'].map((name) => follow(files, 'a.ts', name)),
    );
    expect(followed.map(({ users, names }) => [users, names])).toEqual([
      [['string.ts'], ['toString']],
      [['String.ts'], ['ToString']],
      [['proto.ts'], ['__proto__']],
      [
        ['all.ts', 'own.ts'],
        ['constructor', 'hasOwnProperty'],
      ],
    ]);
  });

  it('knows names taken by require', async () => {
    const files = {
      'foo.js': 'exports.foo = 1;',
      'a.js': "const { foo } = require('./foo');",
      'b.js': "const all = require('./foo');",
    };
    expect((await follow(files, 'foo.js', 'foo'))['users']).toEqual(['a.js']);
  });
});
