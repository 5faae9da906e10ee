import { type HubRule, type ModuleRecord, type RepoPath, type RepositoryIndex, repoPath, type Task } from '@breakwater/model';
import { anIndex, aTask, noTexts } from '@breakwater/model/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { predict } from './predict.js';
import { someProjects } from './projects.testing.js';
import { WEIGHTS } from './weights.js';

const PATHS = [
  'package.json',
  'package-lock.json',
  'apps/api/src/orders/orders.controller.ts',
  'apps/web/src/auth/login.guard.ts',
  'libs/cart/src/index.ts',
  'libs/cart/src/lib/cart.service.ts',
  'docs/orders.md',
];
const INDEX = anIndex(PATHS, {
  projects: someProjects({ api: 'apps/api', web: 'apps/web', cart: 'libs/cart' }),
  modules: new Map<RepoPath, ModuleRecord>([
    [repoPath('apps/web/src/auth/login.guard.ts'), { imports: [], exports: ['LoginGuard'] }],
  ]),
});
const SYMBOLS = [
  {
    name: 'LoginGuard',
    declarations: [{ path: repoPath('apps/web/src/auth/login.guard.ts'), line: 3, kind: 'class' }],
    references: [repoPath('apps/api/src/orders/orders.controller.ts')],
  },
];

function setOf(task: Task, hubs: readonly HubRule[] = [], index: RepositoryIndex = INDEX) {
  const { touchSets } = predict({ tasks: [task], index, symbols: SYMBOLS, texts: noTexts(index), history: [], hubs });
  const [set] = touchSets;
  if (set === undefined) throw new Error('no touch set');
  return set;
}

/** What is more than possible, in words. */
function expected(task: Task, hubs: readonly HubRule[] = []): readonly string[] {
  return setOf(task, hubs)
    .writes.filter(({ confidence }) => confidence !== 'possible')
    .map(({ path, confidence, evidence }) => `${path} ${confidence}: ${evidence[0]?.detail}`);
}

describe('what a task will write', () => {
  it('is, whole, its paths with probabilities and reasons, its new files and its scope', () => {
    const task = aTask('coupons', {
      brief: 'Coupons',
      scope: ['cart'],
      writes: ['libs/cart/src/lib/coupon.ts'],
      reads: ['docs/**', '!**/*.txt'],
    });
    expect(setOf(task)).toEqual({
      task: 'coupons',
      writes: [
        {
          path: 'libs/cart/src/lib/coupon.ts',
          p: 0.97,
          confidence: 'certain',
          evidence: [{ source: 'declared', detail: 'declared' }],
        },
        {
          path: 'libs/cart/src/index.ts',
          p: 0.25,
          confidence: 'possible',
          evidence: [{ source: 'hub', detail: 'exports new file' }],
        },
      ],
      reads: [{ path: 'docs/orders.md', p: 0.97, confidence: 'certain', evidence: [{ source: 'declared', detail: 'declared' }] }],
      creates: ['libs/cart/src/lib/coupon.ts'],
      scope: ['cart'],
    });
  });

  it.each([
    ['Fix LoginGuard', ['apps/web/src/auth/login.guard.ts certain: brief: LoginGuard']],
    [
      'Rename LoginGuard to SessionGuard',
      [
        'apps/web/src/auth/login.guard.ts certain: brief: LoginGuard',
        'apps/api/src/orders/orders.controller.ts certain: uses LoginGuard',
      ],
    ],
    ['Fix libs/cart/src/lib/cart.service.ts', ['libs/cart/src/lib/cart.service.ts certain: brief: its path']],
    ['Update the dependencies', ['package-lock.json certain: brief: dependency', 'package.json certain: brief: dependency']],
    ['Sort the orders', []],
  ])('is told by its brief: %s', (brief, writes) => {
    expect(expected(aTask('t', { brief }))).toEqual(writes);
  });

  it('leaves out hubs that two tasks may both write, declared or not, and keeps those that are serialised', () => {
    const task = aTask('t', { brief: 'Update the dependencies', writes: ['docs/orders.md', 'package-lock.json'] });
    const hubs: readonly HubRule[] = [
      { files: ['package-lock.json'], policy: 'regenerate', command: 'npm install' },
      { files: ['docs/*.md'], policy: 'union' },
      { files: ['package.json'], policy: 'serialize' },
    ];
    expect(expected(task, hubs)).toEqual(['package.json certain: brief: dependency']);
  });

  it('holds at most sixty files, the likeliest', () => {
    const many = Array.from({ length: 100 }, (_, n) => `libs/big/f${String(n).padStart(3, '0')}.ts`);
    const task = aTask('t', { brief: 'Tidy libs/big/f099.ts', writes: ['libs/big/**', 'libs/big/new.ts'] });
    const { writes, creates } = setOf(task, [], anIndex(many));
    expect(writes).toHaveLength(WEIGHTS.files);
    expect(writes.slice(0, 2).map(({ path }) => path)).toEqual(['libs/big/new.ts', 'libs/big/f099.ts']);
    expect(creates).toEqual(['libs/big/new.ts']);
  });
});

it('answers in the order of the tasks, each for itself', () => {
  const tasks = [aTask('b', { brief: 'Fix LoginGuard' }), aTask('a', { brief: 'Rename LoginGuard' })];
  const { touchSets } = predict({ tasks, index: INDEX, symbols: SYMBOLS, texts: noTexts(INDEX), history: [], hubs: [] });
  expect(touchSets.map(({ task }) => task)).toEqual(['b', 'a']);
  expect(touchSets).toEqual(tasks.map((task) => setOf(task)));
});

const briefs = fc
  .array(
    fc.constantFrom(
      'fix',
      'LoginGuard',
      'rename',
      '`cart.service.ts`',
      'orders',
      'libs/cart',
      'docs/orders.md',
      'package',
      '.',
      '\n',
    ),
  )
  .map((words) => words.join(' '));
const someTask = fc
  .record({
    brief: briefs,
    writes: fc.uniqueArray(fc.constantFrom('libs/**', 'docs/orders.md', '!**/*.md', 'apps/api/new.ts', '**/*.ts')),
    scope: fc.uniqueArray(fc.constantFrom('api', 'cart', 'docs', 'nowhere')),
  })
  .map((wanted) => aTask('t', wanted));

describe('for any task', () => {
  it('probabilities lie between 0 and 1, sorted, no path twice, and new files are not there yet', async () => {
    await fc.assert(
      fc.property(someTask, (task) => {
        const { writes, creates } = setOf(task);
        const paths = writes.map(({ path }) => path);
        expect(writes.every(({ p }) => p > 0 && p < 1)).toBe(true);
        expect(writes).toEqual([...writes].sort((a, b) => b.p - a.p || (a.path < b.path ? -1 : 1)));
        expect(new Set(paths).size).toBe(paths.length);
        expect(creates).toEqual(paths.filter((path) => !PATHS.includes(path)).sort());
      }),
    );
  });

  it('the order in which files are listed changes nothing', async () => {
    await fc.assert(
      fc.property(someTask, fc.shuffledSubarray([...INDEX.files], { minLength: INDEX.files.length }), (task, files) => {
        expect(setOf(task, [], { ...INDEX, files })).toEqual(setOf(task));
      }),
    );
  });

  it('declaring one more file never makes that file less likely', async () => {
    await fc.assert(
      fc.property(someTask, fc.constantFrom(...PATHS), (task, path) => {
        const before = setOf(task).writes.find((touch) => touch.path === path)?.p ?? 0;
        const after = setOf({ ...task, writes: [...task.writes.filter((one) => !one.startsWith('!')), path] });
        expect(after.writes.find((touch) => touch.path === path)?.p).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('reasons fit beside the file when the names in them are short', async () => {
    await fc.assert(
      fc.property(someTask, (task) => {
        for (const { evidence } of setOf(task).writes) {
          for (const { detail } of evidence) expect(detail.length).toBeLessThanOrEqual(18);
        }
      }),
    );
  });
});
