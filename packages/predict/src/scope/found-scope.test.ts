import { expect, it } from 'vitest';
import { groundOf } from '../found-by.testing.js';
import { someProjects } from '../projects.testing.js';
import { foundScope } from './found-scope.js';

const PATHS = ['apps/api/main.ts', 'apps/web/main.ts', 'libs/order-history/a.ts', 'packages/eslint-plugin/a.ts'];
const ground = groundOf({
  paths: PATHS,
  rest: {
    projects: someProjects({
      workspace: '',
      api: 'apps/api',
      web: 'apps/web',
      '@shop/order-history': 'libs/order-history',
      'eslint-plugin': 'packages/eslint-plugin',
    }),
  },
});

it.each([
  ['fix(api): page the orders', ['api']],
  ['feat(web,api)!: show the orders', ['api', 'web']],
  ['[web] Show the orders', ['web']],
  ['fix(plugin): false positive', ['eslint-plugin']],
  ['fix(order-history): page', ['@shop/order-history']],
  ['Page @shop/order-history', ['@shop/order-history']],
  ['Page the order-history.', ['@shop/order-history']],
  ['Make the web app faster', ['web']],
  ['In project api, page the orders', ['api']],
  ['Page the orders in `api`', ['api']],
])('%s is about %j', (text, names) => {
  expect(foundScope(text, ground).names).toEqual(names);
});

it.each([
  'Add an api for orders to the web',
  'Show the order-history-page',
  'Fix libs/order-history/a.ts',
  'fix(nowhere): all of it',
  'Tidy the workspace project up',
  'eslint-plugin-import is old',
])('%s names no project', (text) => {
  expect(foundScope(text, ground)).toMatchObject({ names: [], declared: false });
});

it('covers the files of what it found', () => {
  expect(PATHS.filter(foundScope('fix(web,api): all', ground).covers)).toEqual(['apps/api/main.ts', 'apps/web/main.ts']);
});
