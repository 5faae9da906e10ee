import { aTree } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { manifestsFrom } from '../facts/facts-from.testing.js';
import { listFiles } from '../list-files.js';
import { findProjects } from './find-projects.js';

type Files = Readonly<Record<string, string | object>>;

/** By name, what each project needs; those that need nothing are left out. */
async function needsIn(files: Files): Promise<Readonly<Record<string, readonly string[]>>> {
  const texts = Object.entries(files).map(([path, value]) => [path, typeof value === 'string' ? value : JSON.stringify(value)]);
  const tree = aTree(Object.fromEntries(texts));
  const { files: listed } = await listFiles(tree);
  const { projects } = findProjects(await manifestsFrom(tree, listed), listed);
  return Object.fromEntries(projects.flatMap(({ name, dependsOn }) => (dependsOn === undefined ? [] : [[name, dependsOn]])));
}

describe('a package needs', () => {
  const workspace = { 'package.json': { workspaces: ['libs/*'] } };

  it('the projects among all kinds of its dependencies, each once, sorted', async () => {
    const needs = await needsIn({
      ...workspace,
      'libs/a/package.json': {
        name: '@acme/a',
        dependencies: { '@acme/z': '*', lodash: '*' },
        devDependencies: { '@acme/c': '*' },
        peerDependencies: { '@acme/b': '*', '@acme/z': '*' },
        optionalDependencies: { '@acme/d': '*' },
      },
      ...Object.fromEntries(['b', 'c', 'd', 'z'].map((one) => [`libs/${one}/package.json`, { name: `@acme/${one}` }])),
    });
    expect(needs).toEqual({ '@acme/a': ['@acme/b', '@acme/c', '@acme/d', '@acme/z'] });
  });

  it('a project by the name of its package, whatever Nx calls it', async () => {
    const needs = await needsIn({
      'nx.json': {},
      'libs/a/project.json': { name: 'shop' },
      'libs/a/package.json': { name: '@acme/shop', dependencies: { '@acme/cart': '*' } },
      'libs/b/project.json': { name: 'cart' },
      'libs/b/package.json': { name: '@acme/cart' },
    });
    expect(needs).toEqual({ shop: ['cart'] });
  });

  it('never itself, and nothing that every object has', async () => {
    const needs = await needsIn({
      ...workspace,
      'libs/a/package.json': '{"name": "a", "dependencies": {"a": "*", "constructor": "*", "__proto__": "*", "toString": "*"}}',
      'libs/b/package.json': { name: 'b', dependencies: ['a'], devDependencies: 'a', peerDependencies: null },
    });
    expect(needs).toEqual({});
  });

  it('a project that is called like what every object has', async () => {
    const needs = await needsIn({
      ...workspace,
      'libs/a/package.json': '{"name": "a", "dependencies": {"constructor": "*", "__proto__": "*"}}',
      'libs/b/package.json': { name: 'constructor' },
      'libs/c/package.json': { name: '__proto__' },
    });
    expect(needs).toEqual({ a: ['__proto__', 'constructor'] });
  });

  it('what Nx is told in either file, where there is such a project', async () => {
    const needs = await needsIn({
      'nx.json': {},
      'libs/a/project.json': { name: 'a', implicitDependencies: ['b', 'gone', 7] },
      'libs/a/package.json': { nx: { implicitDependencies: ['c'] } },
      'libs/b/project.json': { name: 'b' },
      'libs/c/project.json': { name: 'c', implicitDependencies: 'a' },
    });
    expect(needs).toEqual({ a: ['b', 'c'] });
  });

  it('what Nx is told by patterns, without what it is told not to count', async () => {
    const needs = await needsIn({
      'nx.json': {},
      'apps/shop/project.json': { name: 'shop', implicitDependencies: ['*', '!tag:type:*', '!shop-e2e'] },
      'apps/shop-e2e/project.json': { name: 'shop-e2e', implicitDependencies: ['shop', '!cart'] },
      'apps/shop-e2e/package.json': { dependencies: { cart: '*', ui: '*' } },
      'libs/cart/project.json': { name: 'cart' },
      'libs/ui/project.json': { name: 'ui', tags: ['type:lib'] },
    });
    expect(needs).toEqual({ shop: ['cart'], 'shop-e2e': ['shop', 'ui'] });
  });
});

describe('a .NET project needs', () => {
  const refers = (...written: readonly string[]) =>
    `<Project>${written.map((one) => `<ProjectReference ${one} />`).join('\r\n')}</Project>`;
  const others = { 'src/Core/Core.csproj': '<Project/>', 'src/Data/Data.fsproj': '<Project/>' };

  it('those it refers to, with either slash, whatever else is said of them', async () => {
    const needs = await needsIn({
      ...others,
      'src/App/App.csproj': refers(
        'Include="..\\Core\\Core.csproj"',
        'PrivateAssets="all"\n  Include="../Data/Data.fsproj"',
        'Include="..\\Gone\\Gone.csproj"',
        'Include="..\\..\\..\\outside\\X.csproj"',
        'Include="App.csproj"',
      ),
    });
    expect(needs).toEqual({ App: ['Core', 'Data'] });
  });

  it('those it refers to from a folder that only a property names', async () => {
    const needs = await needsIn({
      ...others,
      'src/App/App.csproj': refers(
        'Include="$(RepoRoot)src\\Core\\Core.csproj"',
        'Include="$(MSBuildThisFileDirectory)/../Data/Data.fsproj"',
      ),
    });
    expect(needs).toEqual({ App: ['Core', 'Data'] });
  });

  it('all that a pattern names, without itself', async () => {
    const needs = await needsIn({
      ...others,
      'src/plugins/Tax/Tax.csproj': '<Project/>',
      'src/plugins/Tax/readme.md': '',
      'src/App/App.csproj': refers('Include="..\\plugins\\**\\*.csproj"', 'Include="..\\*\\*.csproj"'),
    });
    expect(needs).toEqual({ App: ['Core', 'Tax'] });
  });

  it('none that is only in a comment', async () => {
    const project = `<!--\n${refers('Include="..\\Core\\Core.csproj"')}\n-->${refers('Include="..\\Data\\Data.fsproj"')}<!-- ..`;
    expect(await needsIn({ ...others, 'src/App/App.csproj': project })).toEqual({ App: ['Data'] });
  });

  it('several that one reference names', async () => {
    const needs = await needsIn({
      ...others,
      'src/App/App.csproj': refers('Include="..\\Core\\Core.csproj; ..\\Data\\Data.fsproj;"'),
    });
    expect(needs).toEqual({ App: ['Core', 'Data'] });
  });

  it('those of every project file in its folder', async () => {
    const needs = await needsIn({
      ...others,
      'src/App/App.csproj': refers('Include="..\\Core\\Core.csproj"'),
      'src/App/App.Legacy.csproj': refers('Include="..\\Data\\Data.fsproj"'),
      'src/App/AppTools.csproj': refers(),
    });
    expect(Object.values(needs)).toEqual([['Core', 'Data']]);
  });
});
