import { type ModuleRecord, type RepoPath, repoPath, type Task } from '@breakwater/model';
import { anIndex, noTexts } from '@breakwater/model/testing';
import { aHistory } from './a-past-commit.testing.js';
import type { World } from './found-by.testing.js';
import { type Prediction, predict } from './predict.js';
import { someProjects } from './projects.testing.js';

/** What is predicted of tasks in a repository. */
export function aPrediction(
  tasks: readonly Task[],
  { paths, rest = {}, symbols = [], hubs = [], texts, history = [] }: World,
): Prediction {
  const index = anIndex(paths, rest);
  return predict({ tasks, index, symbols, hubs, history, texts: texts ?? noTexts(index) });
}

const module = (...exports: readonly string[]): ModuleRecord => ({ imports: [], exports: [...exports] });

/** A small shop with a past. */
export const SHOP: World = {
  paths: [
    'package.json',
    'docs/guide.md',
    'libs/cart/index.ts',
    'libs/cart/total.ts',
    'libs/cart/login.guard.ts',
    'libs/order/list.ts',
    'libs/order/page.ts',
  ],
  rest: {
    projects: someProjects({ cart: 'libs/cart', order: 'libs/order' }),
    modules: new Map<RepoPath, ModuleRecord>([
      [repoPath('libs/cart/login.guard.ts'), module('LoginGuard')],
      [repoPath('libs/cart/total.ts'), module('roundTotal')],
    ]),
  },
  symbols: [
    {
      name: 'LoginGuard',
      declarations: [{ path: repoPath('libs/cart/login.guard.ts'), line: 1, kind: 'class' }],
      references: [repoPath('libs/order/page.ts')],
    },
    { name: 'roundTotal', declarations: [{ path: repoPath('libs/cart/total.ts'), line: 1, kind: 'function' }], references: [] },
  ],
  history: aHistory({
    'fix(cart): round totals': ['libs/cart/total.ts'],
    'feat(order): list of orders': ['libs/order/list.ts', 'libs/order/page.ts'],
    'docs: guide': ['docs/guide.md'],
    'fix(cart): totals of a page': ['libs/cart/total.ts', 'libs/cart/index.ts'],
  }),
};
