import { expect, it } from 'vitest';
import { fileKindOf } from './file-kind.js';

it.each([
  ['.github/workflows/ci.yml', 'ci'],
  ['azure-pipelines.yml', 'ci'],
  ['docs/guide.mdx', 'docs'],
  ['packages/cart/README.md', 'docs'],
  ['libs/cart/src/cart.spec.ts', 'test'],
  ['libs/cart/tests/cart.ts', 'test'],
  ['src/Shop.Tests/CartTests.cs', 'test'],
  ['libs/cart/package.json', 'manifest'],
  ['src/Shop/Shop.csproj', 'manifest'],
  ['libs/cart/src/index.ts', 'barrel'],
  ['libs/cart/src/cart.component.html', 'view'],
  ['src/Shop/Pages/Cart.razor', 'view'],
  ['tsconfig.base.json', 'settings'],
  ['.eslintrc', 'settings'],
  ['src/Shop/Cart.cs', 'code'],
  ['libs/cart/src/cart.ts', 'code'],
  ['media/logo.png', 'other'],
])('%s is of the kind %s', (path, kind) => {
  expect(fileKindOf(path, path.slice(path.lastIndexOf('/') + 1))).toBe(kind);
});
