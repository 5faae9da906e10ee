import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { aTree } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { indexRepository, resolveSymbols } from './index.js';

/** Every import of the world as `from -> target`, or `from -x specifier` when it leads out of the repository. */
async function edgesOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { modules } = await indexRepository(aTree(files));
  return [...modules].flatMap(([path, { imports }]) =>
    imports.map(({ specifier, target }) => (target === undefined ? `${path} -x ${specifier}` : `${path} -> ${target}`)),
  );
}

describe('an Nx workspace with path mappings', () => {
  const world = {
    'nx.json': '{}',
    'package.json': '{"name": "@acme/source", "private": true}',
    'tsconfig.base.json': `{
      "compilerOptions": {
        "baseUrl": ".",
        "paths": {
          "@acme/cart": ["libs/cart/src/index.ts"],
          "@acme/ui/*": ["libs/ui/src/lib/*"], // one entry for each component
        },
      },
    }`,
    'apps/shop/project.json': '{"name": "shop", "tags": ["type:app"], "targets": {}}',
    'apps/shop/tsconfig.json':
      '{"extends": "../../tsconfig.base.json", "files": [], "references": [{"path": "./tsconfig.app.json"}]}',
    'apps/shop/src/main.tsx':
      "import { total } from '@acme/cart';\nimport { Button } from '@acme/ui/button';\nimport React from 'react';",
    'libs/cart/project.json': '{"name": "cart", "tags": ["type:lib"]}',
    'libs/cart/src/index.ts': "export * from './lib/total';",
    'libs/cart/src/lib/total.ts': 'export function total() {}',
    'libs/ui/project.json': '{"name": "ui"}',
    'libs/ui/src/lib/button.tsx': "import { total } from '@acme/cart';\nexport const Button = () => <b>{total()}</b>;",
  };

  it('has its projects and its edges', async () => {
    const { projects } = await indexRepository(aTree(world));
    expect(projects.map(({ name, kind, tags }) => `${kind} ${name} ${tags}`.trim())).toEqual([
      'package @acme/source',
      'nx shop type:app',
      'nx cart type:lib',
      'nx ui',
    ]);
    expect(await edgesOf(world)).toEqual([
      'apps/shop/src/main.tsx -> libs/cart/src/index.ts',
      'apps/shop/src/main.tsx -> libs/ui/src/lib/button.tsx',
      'apps/shop/src/main.tsx -x react',
      'libs/cart/src/index.ts -> libs/cart/src/lib/total.ts',
      'libs/ui/src/lib/button.tsx -> libs/cart/src/index.ts',
    ]);
  });

  it('knows who uses a symbol across projects', async () => {
    const tree = aTree(world);
    const index = await indexRepository(tree);
    expect(await resolveSymbols({ index, tree, questions: [{ name: 'total', references: true }] })).toEqual([
      {
        name: 'total',
        declarations: [{ path: 'libs/cart/src/lib/total.ts', line: 1, kind: 'function' }],
        references: ['apps/shop/src/main.tsx', 'libs/ui/src/lib/button.tsx'],
      },
    ]);
  });
});

describe('a pnpm workspace of compiled packages', () => {
  it('resolves to source by the names of packages and by their inner names', async () => {
    const world = {
      'package.json': '{"name": "root", "private": true}',
      'pnpm-workspace.yaml': "packages:\n  - 'packages/*'\n  - apps/web\n",
      'packages/api/package.json': `{"name": "@acme/api", "type": "module", "exports": {
        ".": {"types": "./dist/index.d.ts", "import": "./dist/index.js"},
        "./client": "./dist/client/index.js"
      }, "imports": {"#db": "./dist/db.js"}}`,
      'packages/api/src/index.ts': "export { db } from '#db';\nexport type { Client } from './client/index.js';",
      'packages/api/src/db.ts': 'export const db = 1;',
      'packages/api/src/client/index.ts': 'export interface Client {}',
      'packages/api/test/db.test.ts': "import { db } from '../src/db.js';\nvi.mock('#db');",
      'apps/web/package.json': '{"name": "web", "dependencies": {"@acme/api": "workspace:*"}}',
      'apps/web/tsconfig.json': '{"compilerOptions": {"paths": {"@/*": ["./app/*"]}}}',
      'apps/web/app/page.tsx':
        "import { db } from '@acme/api';\nimport { C } from '@acme/api/client';\nimport { nav } from '@/nav';",
      'apps/web/app/nav.ts': 'export const nav = [];',
    };
    expect(await edgesOf(world)).toEqual([
      'apps/web/app/page.tsx -> apps/web/app/nav.ts',
      'apps/web/app/page.tsx -> packages/api/src/index.ts',
      'apps/web/app/page.tsx -> packages/api/src/client/index.ts',
      'packages/api/src/index.ts -> packages/api/src/db.ts',
      'packages/api/src/index.ts -> packages/api/src/client/index.ts',
      'packages/api/test/db.test.ts -> packages/api/src/db.ts',
      'packages/api/test/db.test.ts -> packages/api/src/db.ts',
    ]);
  });
});

describe('a .NET solution with a web client', () => {
  const world = {
    'Shop.sln': 'Project("{1}") = "Shop.Api", "src\\Shop.Api\\Shop.Api.csproj", "{2}"\r\nEndProject\r\n',
    'src/Shop.Api/Shop.Api.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web" />',
    'src/Shop.Api/OrdersController.cs':
      'namespace Shop;\n[ApiController]\npublic class OrdersController : ControllerBase\n{\n    public IActionResult List() => Ok();\n}\n',
    'src/Shop.Api/Program.cs': 'app.Map<OrdersController>(c => c.List());',
    'client/package.json': '{"name": "client"}',
    'client/src/orders.ts': 'export async function list() {}',
  };

  it('has projects of both kinds, and symbols of both languages', async () => {
    const tree = aTree(world);
    const index = await indexRepository(tree);
    expect(index.projects.map(({ kind, name, root }) => `${kind} ${name} ${root}`)).toEqual([
      'package client client',
      'dotnet Shop.Api src/Shop.Api',
    ]);
    const questions = ['OrdersController', 'OrdersController.List', 'list'].map((name) => ({ name, references: true }));
    const facts = await resolveSymbols({ index, tree, questions });
    expect(facts.map(({ declarations, references }) => [declarations[0], ...references])).toEqual([
      [{ path: 'src/Shop.Api/OrdersController.cs', line: 3, kind: 'class' }, 'src/Shop.Api/Program.cs'],
      [{ path: 'src/Shop.Api/OrdersController.cs', line: 5, kind: 'method' }, 'src/Shop.Api/Program.cs'],
      [{ path: 'client/src/orders.ts', line: 1, kind: 'function' }],
    ]);
  });
});

describe('the sources of this package and of the words it uses', () => {
  const packages = ['model', 'glob', 'text', 'repo'];
  const root = fileURLToPath(new URL('../../', import.meta.url));

  function sources(name: string): Readonly<Record<string, string>> {
    const paths = readdirSync(`${root}${name}/src`, { recursive: true, encoding: 'utf8' }).map((path) =>
      path.replaceAll('\\', '/'),
    );
    const code = paths.filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'));
    const read = ['package.json', ...code.map((path) => `src/${path}`)].map((path) => [
      `packages/${name}/${path}`,
      readFileSync(`${root}${name}/${path}`, 'utf8'),
    ]);
    return Object.fromEntries(read);
  }

  const world = { 'package.json': '{"workspaces": ["packages/*"]}', ...Object.assign({}, ...packages.map(sources)) };

  it('are indexed without a note, every import of our own resolved', async () => {
    const index = await indexRepository(aTree(world));
    const edges = [...index.modules].flatMap(([path, { imports }]) => imports.map((edge) => ({ path, ...edge })));
    const lost = edges.filter(({ specifier, target }) => /^\.|^@breakwater\//.test(specifier) && target === undefined);
    expect({ lost, notes: index.notes, projects: index.projects.map(({ name }) => name) }).toEqual({
      lost: [],
      notes: [],
      projects: ['@breakwater/glob', '@breakwater/model', '@breakwater/repo', '@breakwater/text'],
    });
    expect(edges.length).toBeGreaterThan(100);
  });

  it('refer to a type of the model where they say so', async () => {
    const tree = aTree(world);
    const index = await indexRepository(tree);
    const [fact] = await resolveSymbols({ index, tree, questions: [{ name: 'SymbolQuestion', references: true }] });
    expect(fact).toMatchObject({
      declarations: [{ path: 'packages/model/src/repository-index.ts', kind: 'interface' }],
      references: ['packages/repo/src/symbols/resolve-symbols.ts'],
    });
  });
});
