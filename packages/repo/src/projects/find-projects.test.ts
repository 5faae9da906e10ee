import { aTree } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { manifestsFrom } from '../facts/facts-from.testing.js';
import { listFiles } from '../list-files.js';
import { findProjects } from './find-projects.js';

/** Projects as `kind name root [tags] <- manifest`, one each. */
async function projectsIn(
  files: Readonly<Record<string, string | object>>,
): Promise<{ projects: string[]; notes: readonly string[] }> {
  const texts = Object.entries(files).map(([path, value]) => [path, typeof value === 'string' ? value : JSON.stringify(value)]);
  const tree = aTree(Object.fromEntries(texts));
  const { files: listed } = await listFiles(tree);
  const { projects, notes } = findProjects(await manifestsFrom(tree, listed), listed);
  const lines = projects.map(({ kind, name, root, tags, manifest }) => `${kind} ${name} ${root || '.'} [${tags}] <- ${manifest}`);
  return { projects: lines, notes };
}

describe('Nx projects', () => {
  it('are the folders with a project.json, by name, else by package, else by folder', async () => {
    const found = await projectsIn({
      'nx.json': {},
      'apps/shop/project.json': { name: 'shop', tags: ['type:app', 'scope:shop'] },
      'libs/cart/project.json': {},
      'libs/cart/package.json': { name: '@acme/cart' },
      'libs/ui/project.json': { $schema: 'x' },
      'libs/ui/deep/project.json': '{ "name": "deep", } // comments are allowed',
    });
    expect(found).toEqual({
      projects: [
        'nx shop apps/shop [scope:shop,type:app] <- apps/shop/project.json',
        'nx @acme/cart libs/cart [] <- libs/cart/project.json',
        'nx ui libs/ui [] <- libs/ui/project.json',
        'nx deep libs/ui/deep [] <- libs/ui/deep/project.json',
      ],
      notes: [],
    });
  });

  it('win over the package of the same folder, and both tag it', async () => {
    const { projects } = await projectsIn({
      'nx.json': {},
      'package.json': { workspaces: ['libs/*'] },
      'libs/a/project.json': { name: 'a', tags: ['x'] },
      'libs/a/package.json': { name: '@acme/a', nx: { tags: ['y', 'x'] } },
    });
    expect(projects).toEqual(['nx a libs/a [x,y] <- libs/a/project.json']);
  });

  it('are not the project.json of other tools, nor those of fixtures and installed packages', async () => {
    const { projects } = await projectsIn({
      'web/project.json': { frameworks: {} },
      'real/project.json': { targets: {} },
      'test/fixtures/x/project.json': { targets: {} },
      'node_modules/y/project.json': { targets: {} },
    });
    expect(projects).toEqual(['nx real real [] <- real/project.json']);
  });
});

describe('packages', () => {
  it('of a workspace are its members; the root and what no pattern names are not', async () => {
    const { projects } = await projectsIn({
      'package.json': { name: 'root', workspaces: ['packages/*', '!packages/old', './tools/'] },
      'packages/a/package.json': { name: '@acme/a' },
      'packages/b/package.json': {},
      'packages/old/package.json': { name: 'old' },
      'packages/a/nested/package.json': { name: 'nested' },
      'tools/package.json': { name: 'tools' },
      'other/package.json': { name: 'other' },
    });
    expect(projects).toEqual([
      'package @acme/a packages/a [] <- packages/a/package.json',
      'package b packages/b [] <- packages/b/package.json',
      'package tools tools [] <- tools/package.json',
    ]);
  });

  it.each([
    ['yarn', { 'package.json': { workspaces: { packages: ['libs/**'] } } }],
    ['pnpm', { 'package.json': { name: 'root' }, 'pnpm-workspace.yaml': "packages:\n  - 'libs/**'\n" }],
    ['lerna', { 'package.json': { name: 'root' }, 'lerna.json': { packages: ['libs/**'] } }],
  ])('of %s are found', async (_, files) => {
    const { projects } = await projectsIn({ ...files, 'libs/deep/a/package.json': { name: 'a' } });
    expect(projects).toEqual(['package a libs/deep/a [] <- libs/deep/a/package.json']);
  });

  it('of a workspace that lies in a folder are relative to it', async () => {
    const { projects } = await projectsIn({
      'frontend/package.json': { workspaces: ['apps/*'] },
      'frontend/apps/web/package.json': { name: 'web' },
      'apps/no/package.json': { name: 'no' },
    });
    expect(projects).toEqual([
      'package no apps/no [] <- apps/no/package.json',
      'package web frontend/apps/web [] <- frontend/apps/web/package.json',
    ]);
  });

  it('with an `nx` key are projects, the root too, named by it', async () => {
    const { projects } = await projectsIn({
      'package.json': { name: '@acme/root', workspaces: ['libs/*'], nx: { name: 'repo' } },
      'libs/a/package.json': { name: '@acme/a', nx: { name: 'a', tags: ['t'] } },
    });
    expect(projects).toEqual(['package repo . [] <- package.json', 'package a libs/a [t] <- libs/a/package.json']);
  });

  it('without a workspace are one project at the root', async () => {
    expect((await projectsIn({ 'package.json': { name: 'tool' } })).projects).toEqual(['package tool . [] <- package.json']);
    expect((await projectsIn({ 'package.json': {} })).projects).toEqual(['package root . [] <- package.json']);
  });

  it('side by side without a workspace are a project each, but not those inside them', async () => {
    const { projects } = await projectsIn({
      'backend/package.json': { name: 'backend' },
      'frontend/package.json': { name: 'frontend' },
      'frontend/e2e/package.json': { name: 'e2e' },
      'fixtures/x/package.json': { name: 'x' },
    });
    expect(projects).toEqual([
      'package backend backend [] <- backend/package.json',
      'package frontend frontend [] <- frontend/package.json',
    ]);
  });

  it('with a pattern that cannot be read still have the other patterns, and a note', async () => {
    const { projects, notes } = await projectsIn({
      'package.json': { workspaces: ['a/*', 'b/[*'] },
      'a/x/package.json': { name: 'x' },
    });
    expect(projects).toEqual(['package x a/x [] <- a/x/package.json']);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/^package\.json: the workspace pattern b\/\[\* is left out: /);
  });

  it('of one name are noted', async () => {
    const { notes } = await projectsIn({ 'a/package.json': { name: 'x' }, 'b/package.json': { name: 'x' } });
    expect(notes).toEqual(['2 projects are called x: a, b']);
  });
});

describe('.NET projects', () => {
  const solution = [
    'Microsoft Visual Studio Solution File, Format Version 12.00',
    'Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "Shop.Api", "src\\Shop.Api\\Shop.Api.csproj", "{1}"',
    'EndProject',
    'Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "src", "src", "{2}"',
    'EndProject',
    'Project("{00D1A9C2-B5F0-4AF3-8072-F6C62B433612}") = "Db", "db\\Db.sqlproj", "{3}"',
    'EndProject',
    'Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "Gone", "gone\\Gone.csproj", "{4}"',
    'EndProject',
  ].join('\r\n');

  it('are named after their files; a solution adds other kinds, and what it lists in vain is noted', async () => {
    const found = await projectsIn({
      'Shop.sln': solution,
      'src/Shop.Api/Shop.Api.csproj': '<Project />',
      'src/Shop.Core/Shop.Core.fsproj': '<Project />',
      'db/Db.sqlproj': '<Project />',
      'lost/Lost.sqlproj': '<Project />',
    });
    expect(found).toEqual({
      projects: [
        'dotnet Db db [] <- db/Db.sqlproj',
        'dotnet Shop.Api src/Shop.Api [] <- src/Shop.Api/Shop.Api.csproj',
        'dotnet Shop.Core src/Shop.Core [] <- src/Shop.Core/Shop.Core.fsproj',
      ],
      notes: ['Shop.sln lists gone/Gone.csproj, which the commit does not have'],
    });
  });

  it('of an XML solution are found relative to it', async () => {
    const { projects, notes } = await projectsIn({
      'back/All.slnx': '<Solution><Project Id="1" Path="db/Db.sqlproj" /><Project Path="../out/Out.csproj"/></Solution>',
      'back/db/Db.sqlproj': '<Project />',
      'out/Out.csproj': '<Project />',
    });
    expect({ projects, notes }).toEqual({
      projects: ['dotnet Db back/db [] <- back/db/Db.sqlproj', 'dotnet Out out [] <- out/Out.csproj'],
      notes: [],
    });
  });

  it('keep their folder when a package for their assets lies beside them', async () => {
    const { projects } = await projectsIn({ 'web/Web.csproj': '<Project />', 'web/package.json': { name: 'assets' } });
    expect(projects).toEqual(['dotnet Web web [] <- web/Web.csproj']);
  });
});
