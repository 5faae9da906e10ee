import type { RepositoryIndex } from '@breakwater/model';
import { aTree } from '@breakwater/model/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexRepository } from './index-repository.js';

/** Modules in order, read to the last import. */
function modulesOf({ modules }: RepositoryIndex) {
  return [...modules].map(([path, { imports, exports }]) => [path, { imports: imports.map((one) => ({ ...one })), exports }]);
}

describe('indexRepository', () => {
  it('turns a commit into files, projects and modules', async () => {
    const index = await indexRepository(
      aTree({
        'package.json': '{"workspaces": ["packages/*"]}',
        'packages/cart/package.json': '{"name": "@acme/cart", "main": "dist/index.js"}',
        'packages/cart/src/index.ts': "export { total } from './total.js';",
        'packages/cart/src/total.ts': 'export const total = 1;',
        'packages/shop/package.json': '{"name": "@acme/shop"}',
        'packages/shop/src/main.ts': "import { total } from '@acme/cart';\nimport { z } from 'zod';",
        'README.md': '# Shop',
      }),
    );
    expect(index.files.map(({ path }) => path)).toEqual([
      'README.md',
      'package.json',
      'packages/cart/package.json',
      'packages/cart/src/index.ts',
      'packages/cart/src/total.ts',
      'packages/shop/package.json',
      'packages/shop/src/main.ts',
    ]);
    expect(index.projects.map(({ name, root }) => `${name} ${root}`)).toEqual([
      '@acme/cart packages/cart',
      '@acme/shop packages/shop',
    ]);
    expect(Object.fromEntries(modulesOf(index))).toEqual({
      'packages/cart/src/index.ts': {
        imports: [{ specifier: './total.js', names: ['total'], reexport: true, target: 'packages/cart/src/total.ts' }],
        exports: ['total'],
      },
      'packages/cart/src/total.ts': { imports: [], exports: ['total'] },
      'packages/shop/src/main.ts': {
        imports: [
          { specifier: '@acme/cart', names: ['total'], reexport: false, target: 'packages/cart/src/index.ts' },
          { specifier: 'zod', names: ['z'], reexport: false },
        ],
        exports: [],
      },
    });
    expect(index.notes).toEqual([]);
  });

  it('of an empty commit is empty', async () => {
    const index = await indexRepository(aTree({}));
    expect(index).toMatchObject({ files: [], projects: [], notes: [] });
    expect(index.modules.size).toBe(0);
  });

  it('leaves out what no checkout could hold, as in a tree that was written by hand, and notes it', async () => {
    const index = await indexRepository(aTree({ 'a.ts': 'export const a = 1;', '../b.ts': '', 'c/./d.ts': '' }));
    expect(index.files.map(({ path }) => path)).toEqual(['a.ts']);
    expect(index.notes).toEqual([
      '../b.ts: no path that git would check out; left out',
      'c/./d.ts: no path that git would check out; left out',
    ]);
  });

  it('notes what it could not read, and keeps it as a file', async () => {
    const index = await indexRepository(
      aTree({
        'broken.ts': 'export const = ;',
        'dist/a.js': 'export const a = 1;',
        'film.ts': 'G\0\0',
        'jquery.min.js': 'x',
        'large.ts': ' '.repeat(1_000_001),
        'node_modules/x/index.js': 'exports.x = 1;',
        'one-line.js': 'x=1;'.repeat(30_000),
        'tsconfig.json': '{',
      }),
    );
    expect(index.notes).toEqual([
      'broken.ts: has syntax errors; read as far as possible',
      'dist/a.js: committed under a name for build products; indexed like source',
      'film.ts: binary, nested beyond measure or written on giant lines; its imports are not read',
      'jquery.min.js: minified; its imports are not read',
      'large.ts: larger than 1 MB; its imports are not read',
      'node_modules/x/index.js: installed packages that are committed; their imports are not read',
      'one-line.js: binary, nested beyond measure or written on giant lines; its imports are not read',
      'tsconfig.json: not a JSON object; left out',
    ]);
    expect([...index.modules.keys()]).toEqual(['broken.ts', 'dist/a.js']);
    expect(index.files).toHaveLength(8);
  });

  it('is the same whatever the order in which the tree lists its files', async () => {
    const tree = aTree({ 'a.ts': "import './b'", 'b.ts': '', 'c/package.json': '{}', 'c/d.ts': "export * from '../a'" });
    const expected = await indexRepository(tree);
    const listed = await tree.list();
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...listed], { minLength: listed.length }), async (shuffled) => {
        const index = await indexRepository({ ...tree, list: async () => shuffled });
        expect(modulesOf(index)).toEqual(modulesOf(expected));
        expect({ ...index, modules: 0 }).toEqual({ ...expected, modules: 0 });
      }),
      { numRuns: 20 },
    );
  });

  it('never fails, whatever the files hold', async () => {
    const path = fc.constantFrom(
      'package.json',
      'a/project.json',
      'tsconfig.json',
      'pnpm-workspace.yaml',
      'a.ts',
      'b/c.js',
      'X.sln',
      'X.slnx',
    );
    const text = fc.oneof(
      fc.json(),
      fc.string(),
      fc.constantFrom(
        '{"workspaces":{"packages":[1,"**","!"]},"exports":{"./*/*":1},"name":7}',
        '{"extends":[".","x",3],"references":[null,{"path":1}],"compilerOptions":{"paths":{"*":"a","**":["*"]},"baseUrl":"../.."}}',
        "import '.'; export * from '..'; require('#x'); import('a//b')",
        'packages: [',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(path, text), async (files) => {
        const index = await indexRepository(aTree(files));
        expect(index.files).toHaveLength(Object.keys(files).length);
        expect(modulesOf(index)).toHaveLength(index.modules.size);
      }),
      { numRuns: 200 },
    );
  });
});
