import { describe, expect, it } from 'vitest';
import { groundOf } from '../found-by.testing.js';
import { someProjects } from '../projects.testing.js';
import { declaredScope } from './declared-scope.js';
import { NO_SCOPE, preferInScope } from './scope.js';

const PATHS = ['package.json', 'apps/api/main.ts', 'libs/cart/a.ts', 'libs/cart/ui/b.ts', 'libs/shop/c.ts', 'docs/readme.md'];
const ground = groundOf({
  paths: PATHS,
  rest: {
    projects: someProjects(
      { root: '', api: 'apps/api', cart: 'libs/cart', 'cart-ui': 'libs/cart/ui', shop: 'libs/shop' },
      { cart: ['type:data'], shop: ['type:data', 'team'] },
    ),
  },
});

function covered(...entries: readonly string[]): { readonly names: readonly string[]; readonly files: readonly string[] } {
  const scope = declaredScope(entries, ground);
  return { names: scope.names, files: PATHS.filter(scope.covers) };
}

describe('a declared scope', () => {
  it('is a project without the projects inside it', () => {
    expect(covered('cart')).toEqual({ names: ['cart'], files: ['libs/cart/a.ts'] });
    expect(covered('root')).toEqual({ names: ['root'], files: ['package.json', 'docs/readme.md'] });
  });

  it('is every project with a tag, said with and without its prefix', () => {
    const data = { names: ['cart', 'shop'], files: ['libs/cart/a.ts', 'libs/shop/c.ts'] };
    expect([covered('tag:type:data'), covered('type:data')]).toEqual([data, data]);
    expect(covered('tag:team')).toEqual({ names: ['shop'], files: ['libs/shop/c.ts'] });
  });

  it('is everything when it is the root, however that is spelt', () => {
    const all = { names: ['api', 'cart', 'cart-ui', 'root', 'shop'], files: PATHS };
    expect(['.', './', '**', './**'].map((root) => covered(root))).toEqual([all, all, all, all]);
  });

  it('is a folder with all below it, and the projects there', () => {
    const cart = { names: ['cart', 'cart-ui'], files: ['libs/cart/a.ts', 'libs/cart/ui/b.ts'] };
    expect(['libs/cart', 'libs/cart/', './libs/cart', 'libs/cart/**'].map((folder) => covered(folder))).toEqual(
      Array(4).fill(cart),
    );
  });

  it('is part of the project around a folder inside one', () => {
    expect(covered('docs')).toEqual({ names: ['root'], files: ['docs/readme.md'] });
  });

  it('is all that is declared together, the first one giving it its label', () => {
    expect(covered('shop', 'api')).toEqual({ names: ['api', 'shop'], files: ['apps/api/main.ts', 'libs/shop/c.ts'] });
    expect(declaredScope(['shop', 'api'], ground).label).toBe('shop');
  });

  it('covers nothing when it names nothing', () => {
    expect(covered('nowhere')).toEqual({ names: [], files: [] });
    expect(declaredScope([], ground)).toBe(NO_SCOPE);
  });
});

it('namesakes inside the scope are preferred, but not invented', () => {
  const scope = declaredScope(['cart'], ground);
  expect(preferInScope(PATHS, scope)).toEqual(['libs/cart/a.ts']);
  expect(preferInScope(['libs/shop/c.ts'], scope)).toEqual(['libs/shop/c.ts']);
});
