import { aTree } from '@breakwater/model/testing';
import { expect, test } from 'vitest';
import { indexRepository } from '../index-repository.js';
import { affectedProjects } from './affected-projects.js';

/**
 *   web -> api -> core     by import, by package.json
 *   docs -> core           by implicitDependencies
 *   Shop.Tests -> Shop     by ProjectReference
 */
const FILES = {
  'nx.json': '{}',
  'package.json': '{"name": "root", "workspaces": ["libs/*"]}',
  'readme.md': '',
  'libs/core/package.json': '{"name": "@acme/core", "main": "src/index.ts"}',
  'libs/core/project.json': '{"name": "core"}',
  'libs/core/src/index.ts': 'export const core = 1;',
  'libs/api/package.json': '{"name": "@acme/api", "devDependencies": {"@acme/core": "*", "zod": "4"}}',
  'libs/api/src/index.ts': 'export const api = 1;',
  'apps/web/project.json': '{"name": "web"}',
  'apps/web/src/main.ts': "import { api } from '../../../libs/api/src/index';",
  'apps/docs/project.json': '{"name": "docs", "implicitDependencies": ["core", "!web", "gone"]}',
  'net/Shop/Shop.csproj': '<Project/>',
  'net/Shop.Tests/Shop.Tests.csproj': '<Project><ProjectReference Include="..\\Shop\\Shop.csproj" /></Project>',
  'tools/build.mjs': '',
};
const ALL = ['@acme/api', 'Shop', 'Shop.Tests', 'core', 'docs', 'web'];

async function affectedBy(...changed: readonly string[]): Promise<string> {
  const { projects, affected } = affectedProjects(await indexRepository(aTree(FILES)), changed);
  return `${projects} | ${affected.length === ALL.length ? 'all' : affected}`;
}

test.each([
  ['a file of a project concerns it and whatever needs it', ['libs/core/src/index.ts'], 'core | @acme/api,core,docs,web'],
  ['by import', ['libs/api/package.json'], '@acme/api | @acme/api,web'],
  ['by a reference of .NET', ['net/Shop/Order.cs'], 'Shop | Shop,Shop.Tests'],
  ['nobody needs an app', ['apps/web/x.css', 'apps/web/y.css'], 'web | web'],
  ['two projects are told once, sorted', ['libs/core/a', 'apps/docs/b', 'libs/core/c'], 'core,docs | @acme/api,core,docs,web'],
  ['a file of no project may concern all', ['tools/build.mjs'], ' | all'],
  ['so may one at the top', ['nx.json', 'apps/web/x.css'], 'web | all'],
  ['what people read at the top concerns none', ['readme.md', 'LICENSE', 'docs/guide.md'], ' | '],
  ['nothing changed, nothing is concerned', [], ' | '],
])('%s', async (_, changed, expected) => {
  expect(await affectedBy(...changed)).toBe(expected);
});

test('in a repository of one project its files concern it, and a circle of projects ends', async () => {
  const index = await indexRepository(
    aTree({
      'package.json': '{"name": "one"}',
      'src/a.ts': '',
    }),
  );
  expect(affectedProjects(index, ['src/a.ts'])).toEqual({ projects: ['one'], affected: ['one'] });
  const circle = {
    'package.json': '{"workspaces": ["*"]}',
    'a/package.json': '{"name": "a", "dependencies": {"b": "1"}}',
    'b/package.json': '{"name": "b", "dependencies": {"a": "1"}}',
  };
  expect(affectedProjects(await indexRepository(aTree(circle)), ['a/x.ts']).affected).toEqual(['a', 'b']);
});
