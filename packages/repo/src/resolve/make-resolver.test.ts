import { folderOf, type RepoPath } from '@breakwater/model';
import { aTree } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { manifestsFrom } from '../facts/facts-from.testing.js';
import { listFiles } from '../list-files.js';
import { findProjects } from '../projects/find-projects.js';
import { makeResolver } from './make-resolver.js';

type Resolve = (from: string, specifier: string) => RepoPath | undefined;

/** A resolver over a tree; a list of paths stands for empty files. */
async function resolverOf(paths: readonly string[], manifests: Readonly<Record<string, object>> = {}): Promise<Resolve> {
  const texts = Object.entries(manifests).map(([path, value]) => [path, JSON.stringify(value)] as const);
  const tree = aTree(Object.fromEntries([...paths.map((path) => [path, ''] as const), ...texts]));
  const { files } = await listFiles(tree);
  const read = await manifestsFrom(tree, files);
  const resolver = makeResolver({ files, projects: findProjects(read, files).projects, json: read.json });
  return (from, specifier) => resolver(folderOf(from))(specifier);
}

describe('relative imports', () => {
  it.each([
    ['./a', 'src/a.ts'],
    ['./a.js', 'src/a.ts'],
    ['./b.jsx', 'src/b.tsx'],
    ['./m.mjs', 'src/m.mts'],
    ['./c.cjs', 'src/c.cts'],
    ['./plain.js', 'src/plain.js'],
    ['./types', 'src/types.d.ts'],
    ['./data.json', 'src/data.json'],
    ['./icon.svg?react', 'src/icon.svg'],
    ['raw-loader!./data.json', 'src/data.json'],
    ['./folder', 'src/folder/index.ts'],
    ['./folder/', 'src/folder/index.ts'],
    ['.', 'src/index.ts'],
    ['..', 'index.ts'],
    ['../src/a', 'src/a.ts'],
    ['./both.js', 'src/both.ts'],
    ['./name.with.dots', 'src/name.with.dots.ts'],
    ['./missing', undefined],
    ['../../outside', undefined],
  ])('%s from src/main.ts is %s', async (specifier, target) => {
    const files = [
      'a.ts',
      'b.tsx',
      'm.mts',
      'c.cts',
      'plain.js',
      'types.d.ts',
      'data.json',
      'icon.svg',
      'folder/index.ts',
      'index.ts',
    ];
    const more = ['both.ts', 'both.js', 'name.with.dots.ts', 'main.ts'];
    const resolve = await resolverOf(['index.ts', ...[...files, ...more].map((file) => `src/${file}`)]);
    expect(resolve('src/main.ts', specifier)).toBe(target);
  });

  it('that name a folder do not lead to a file beside it', async () => {
    const resolve = await resolverOf(['src/a.ts', 'src/a/index.ts', 'src/a/deep/x.ts', 'src/b.ts']);
    for (const inside of ['.', './', './.', '../a/']) expect(resolve('src/a/y.ts', inside)).toBe('src/a/index.ts');
    for (const above of ['..', '../', './..', '../../a/']) expect(resolve('src/a/deep/x.ts', above)).toBe('src/a/index.ts');
    expect(resolve('src/a/deep/x.ts', '../../a')).toBe('src/a.ts');
    expect(resolve('src/a/deep/x.ts', '../../b/')).toBeUndefined();
  });

  it('into a build that is not committed lead to its source', async () => {
    const resolve = await resolverOf(['a/src/index.ts', 'a/src/x.ts', 'b/t.ts']);
    expect(resolve('b/t.ts', '../a/dist/x.js')).toBe('a/src/x.ts');
    for (const output of ['dist', 'lib', 'build', 'out', 'out/index.js']) {
      expect(resolve('b/t.ts', `../a/${output}`)).toBe('a/src/index.ts');
    }
  });

  it('of a package folder lead to its entry', async () => {
    const resolve = await resolverOf(['p/code/start.ts', 'q/t.ts'], { 'p/package.json': { name: 'p', main: './code/start.js' } });
    expect(resolve('q/t.ts', '../p')).toBe('p/code/start.ts');
  });
});

describe('packages of the workspace', () => {
  const workspace = { 'package.json': { workspaces: ['packages/*'] } };

  it('lead to source, though nothing is built or installed', async () => {
    const exports = {
      '.': { types: './dist/index.d.ts', default: './dist/index.js' },
      './ast': { types: './dist/ast/index.d.ts', default: './dist/ast/index.js' },
      './rules/*': './dist/rules/*.js',
    };
    const resolve = await resolverOf(
      ['packages/u/src/index.ts', 'packages/u/src/ast/index.ts', 'packages/u/src/rules/r.ts', 'packages/u/src/inner.ts'],
      { ...workspace, 'packages/u/package.json': { name: '@acme/u', exports } },
    );
    const found = ['@acme/u', '@acme/u/ast', '@acme/u/rules/r', '@acme/u/inner', '@acme/u/none', '@acme/v'].map((specifier) =>
      resolve('packages/x/a.ts', specifier),
    );
    expect(found).toEqual([
      'packages/u/src/index.ts',
      'packages/u/src/ast/index.ts',
      'packages/u/src/rules/r.ts',
      'packages/u/src/inner.ts',
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['main and types', { main: 'lib/index.js', types: 'lib/index.d.ts' }, 'src/index.ts'],
    ['nothing', {}, 'src/index.ts'],
    ['nothing', {}, 'index.js'],
    ['a source condition', { exports: { '.': { '@acme/source': './code/main.ts', default: './dist/main.js' } } }, 'code/main.ts'],
    ['code beside its types', { exports: { types: './index.d.ts', default: './index.js' } }, 'index.js'],
    ['types only', { types: './index.d.ts' }, 'index.d.ts'],
  ])('with %s in the manifest lead to %j', async (_, manifest, entry) => {
    const present = entry === 'index.js' ? ['packages/a/index.js', 'packages/a/index.d.ts'] : [`packages/a/${entry}`];
    const resolve = await resolverOf(present, { ...workspace, 'packages/a/package.json': { name: 'a', ...manifest } });
    expect(resolve('packages/b/x.ts', 'a')).toBe(`packages/a/${entry}`);
  });

  it('are not those of fixtures, which may be called like a real one', async () => {
    const resolve = await resolverOf(['test/fixtures/react/index.ts', 'src/a.ts'], {
      'package.json': { name: 'app' },
      'test/fixtures/react/package.json': { name: 'react' },
    });
    expect(resolve('src/a.ts', 'react')).toBeUndefined();
  });

  it('may name inner files by `imports`', async () => {
    const resolve = await resolverOf(['packages/a/src/lib/x.ts', 'packages/a/src/deep/y.ts'], {
      ...workspace,
      'packages/a/package.json': { name: 'a', imports: { '#lib/*': './dist/lib/*.js' } },
    });
    expect(resolve('packages/a/src/deep/y.ts', '#lib/x')).toBe('packages/a/src/lib/x.ts');
    expect(resolve('packages/a/src/deep/y.ts', '#other')).toBeUndefined();
  });

  it('may name other packages by `imports`', async () => {
    const resolve = await resolverOf(['packages/a/src/y.ts', 'packages/db/src/index.ts', 'packages/db/src/sub/x.ts'], {
      'package.json': { workspaces: ['packages/*'] },
      'packages/a/package.json': {
        name: 'a',
        imports: { '#db': { node: '@acme/db', default: './dist/no-db.js' }, '#db/*': '@acme/db/*', '#out': 'lodash' },
      },
      'packages/db/package.json': { name: '@acme/db' },
    });
    expect(['#db', '#db/sub/x', '#out'].map((name) => resolve('packages/a/src/y.ts', name))).toEqual([
      'packages/db/src/index.ts',
      'packages/db/src/sub/x.ts',
      undefined,
    ]);
  });
});

describe('path mappings', () => {
  it('of the base configuration are found through extends', async () => {
    const resolve = await resolverOf(['libs/cart/src/index.ts', 'libs/cart/src/lib/total.ts', 'apps/shop/src/main.ts'], {
      'tsconfig.base.json': {
        compilerOptions: {
          baseUrl: '.',
          paths: { '@acme/cart': ['libs/cart/src/index.ts'], '@acme/cart/*': ['libs/cart/src/lib/*'] },
        },
      },
      'apps/shop/tsconfig.json': { extends: '../../tsconfig.base' },
    });
    expect(resolve('apps/shop/src/main.ts', '@acme/cart')).toBe('libs/cart/src/index.ts');
    expect(resolve('apps/shop/src/main.ts', '@acme/cart/total')).toBe('libs/cart/src/lib/total.ts');
  });

  it('of the nearest configuration come first, those above it next', async () => {
    const resolve = await resolverOf(['src/a.ts', 'app/src/a.ts', 'src/only-above.ts', 'app/x.ts'], {
      'tsconfig.json': { compilerOptions: { paths: { '@/*': ['./src/*'] } } },
      'app/tsconfig.json': { compilerOptions: { paths: { '@/*': ['./src/*'] } } },
    });
    expect(resolve('app/x.ts', '@/a')).toBe('app/src/a.ts');
    expect(resolve('app/x.ts', '@/only-above')).toBe('src/only-above.ts');
    expect(resolve('x.ts', '@/a')).toBe('src/a.ts');
  });

  it('may stand in a configuration that is only referred to', async () => {
    const resolve = await resolverOf(['web/src/a.ts'], {
      'web/tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }] },
      'web/tsconfig.app.json': { compilerOptions: { baseUrl: './src', paths: { '~/*': ['*'] } } },
    });
    expect(resolve('web/src/b.ts', '~/a')).toBe('web/src/a.ts');
  });

  it('may extend a package of the workspace, several configurations, and themselves', async () => {
    const resolve = await resolverOf(['packages/config/shared/s.ts', 'packages/a/local/l.ts'], {
      'package.json': { workspaces: ['packages/*'] },
      'packages/config/package.json': { name: '@acme/config' },
      'packages/config/base.json': {},
      'packages/config/tsconfig.json': { compilerOptions: { paths: { 's/*': ['./shared/*'] } } },
      'packages/a/tsconfig.json': {
        extends: ['./tsconfig.json', '@acme/config', './tsconfig.missing.json', 'not-here/tsconfig'],
      },
    });
    expect(resolve('packages/a/x.ts', 's/s')).toBe('packages/config/shared/s.ts');
    expect(resolve('packages/a/x.ts', 'l/l')).toBeUndefined();
  });

  it('into build output lead to source', async () => {
    const resolve = await resolverOf(['packages/a/src/index.ts'], {
      'tsconfig.json': { compilerOptions: { paths: { '@acme/*': ['packages/*/dist/index'] } } },
    });
    expect(resolve('x.ts', '@acme/a')).toBe('packages/a/src/index.ts');
  });

  it('give way to the base folder last', async () => {
    const baseUrl = '$' + '{configDir}/src';
    const resolve = await resolverOf(['src/shared/a.ts'], { 'tsconfig.json': { compilerOptions: { baseUrl } } });
    expect(resolve('src/b.ts', 'shared/a')).toBe('src/shared/a.ts');
    expect(resolve('src/b.ts', 'shared/none')).toBeUndefined();
  });
});

it('an answer for one folder is not taken for another, whatever loaders stand before it', async () => {
  const resolve = await resolverOf(['a/x.ts', 'b/x.ts', 'a/use.ts', 'b/use.ts']);
  expect([resolve('a/use.ts', 'raw!./x'), resolve('b/use.ts', 'raw!./x'), resolve('a/use.ts', './x')]).toEqual([
    'a/x.ts',
    'b/x.ts',
    'a/x.ts',
  ]);
});

describe('aliases that no configuration explains', () => {
  it('lead where they usually lead in the nearest package that has such a file', async () => {
    const paths = ['shop/src/lib/x.ts', 'shop/src/lib/index.ts', 'shop/src/routes/y.ts', 'web/app/z.vue', 'web/z.ts', 'z.ts'];
    const resolve = await resolverOf(paths, { 'shop/package.json': {}, 'web/package.json': {}, 'package.json': {} });
    const inShop = ['$lib/x', '$lib', '@/routes/y', '~/z', '@/gone', '$library/x', '@routes/y'];
    expect(inShop.map((name) => resolve('shop/src/a.ts', name))).toEqual([
      'shop/src/lib/x.ts',
      'shop/src/lib/index.ts',
      'shop/src/routes/y.ts',
      'z.ts',
      undefined,
      undefined,
      undefined,
    ]);
    expect(['~/z', '@/z', '~~/z', '@@/z'].map((name) => resolve('web/app/pages/a.vue', name))).toEqual([
      'web/app/z.vue',
      'web/app/z.vue',
      'web/z.ts',
      'web/z.ts',
    ]);
  });

  it('count for less than a configuration', async () => {
    const resolve = await resolverOf(['src/x.ts', 'deep/x.ts'], {
      'package.json': {},
      'tsconfig.json': { compilerOptions: { paths: { '@/*': ['./deep/*'] } } },
    });
    expect(resolve('src/a.ts', '@/x')).toBe('deep/x.ts');
  });
});
