import { type Caution, type Plan, repoPath, type Task, type TouchSet, taskId } from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { checkPlan } from './check-plan.js';
import { makePlan } from './make-plan.js';
import { planId } from './plan-id.js';
import type { PlanInput } from './plan-input.js';
import { planJson } from './plan-json.js';

/** The twelve tasks of a shop. t3 waits for t1, t5 for t2; six pairs may write one path. */
const shop = [
  aTask('t1', { writes: ['libs/shared/types/src/lib/money.ts', 'libs/shared/types/src/index.ts'] }),
  aTask('t2', { writes: ['libs/shared/types/src/lib/address.ts', 'libs/shared/types/src/index.ts'] }),
  aTask('t3', { writes: ['libs/cart/data-access/src/lib/cart.service.ts'], dependsOn: ['t1'] }),
  aTask('t4', { writes: ['libs/cart/data-access/src/lib/cart.service.ts', 'libs/cart/data-access/src/lib/coupon.ts'] }),
  aTask('t5', { writes: ['libs/checkout/ui/src/**'], dependsOn: ['t2'] }),
  aTask('t6', { writes: ['libs/checkout/ui/src/lib/validators.ts'] }),
  aTask('t7', { writes: ['apps/api/src/users/**', 'package.json'] }),
  aTask('t8', { writes: ['apps/api/src/orders/**', 'package.json'] }),
  aTask('t9', { writes: ['apps/web/src/app/header/**'] }),
  aTask('t10', { writes: ['apps/web/src/app/footer/**'] }),
  aTask('t11', { writes: ['docs/*.md'] }),
  aTask('t12', { writes: ['apps/api/src/*/handler.ts'] }),
];

function planOf(tasks: readonly Task[], wanted: Partial<PlanInput> = {}): Plan {
  const base = { commit: aCommit(1), branch: 'main' };
  const nothing = { touchSets: [], risks: [], hubs: [], capacities: {}, notes: [] };
  return makePlan({ tasks, base, concurrency: 3, caution: 'balanced', ...nothing, ...wanted });
}

function risk(a: string, b: string, p: number): PlanInput['risks'][number] {
  return { between: [taskId(a), taskId(b)], p };
}

function touching(task: string, paths: readonly string[], p = 0.95): TouchSet {
  const evidence = [{ source: 'declared' as const, detail: 'declared' }];
  const writes = paths.map((path) => ({ path: repoPath(path), p, confidence: 'certain' as const, evidence }));
  return { task: taskId(task), writes, reads: [], creates: [], scope: [] };
}

describe('twelve tasks of a shop', () => {
  it('have exactly six pairs that may write one path', () => {
    const reasons = planOf(shop).conflicts.map(({ between, reasons: [first] }) => [...between, first]);
    const meet = (a: string, b: string, path: string, shared?: string) => {
      return [a, b, { kind: 'write-write', path, witness: true, ...(shared === undefined ? {} : { shared }) }];
    };
    expect(reasons).toEqual([
      meet('t1', 't2', 'libs/shared/types/src/index.ts'),
      meet('t3', 't4', 'libs/cart/data-access/src/lib/cart.service.ts'),
      meet('t5', 't6', 'libs/checkout/ui/src/lib/validators.ts'),
      meet('t7', 't8', 'package.json'),
      meet('t7', 't12', 'apps/api/src/users/handler.ts', 'apps/api/src/users/'),
      meet('t8', 't12', 'apps/api/src/orders/handler.ts', 'apps/api/src/orders/'),
    ]);
  });

  const cautions: readonly Caution[] = ['fast', 'balanced', 'careful'];
  for (const caution of cautions) {
    it.each([
      [1, 12],
      [2, 6],
      [3, 4],
      [4, 3],
      [5, 3],
      [12, 3],
    ])(`run ${caution}, %i at a time, in %i waves, no unsafe pair among them`, (concurrency, waves) => {
      const plan = planOf(shop, { concurrency, caution });
      expect(checkPlan(plan, shop, {})).toEqual([]);
      expect(plan.forecast).toMatchObject({ waves, lowerBound: waves, expectedCollisions: 0, listedOrderCollisions: 0 });
    });
  }

  it('come in the listed order as far as the rules allow', () => {
    expect(planOf(shop).waves).toEqual([
      ['t1', 't4', 't6'],
      ['t2', 't3', 't7'],
      ['t5', 't8', 't9'],
      ['t10', 't11', 't12'],
    ]);
  });
});

describe('the document', () => {
  it('says nothing about nothing', () => {
    expect(planOf([])).toMatchObject({ tasks: [], waves: [], forecast: { waves: 0, lowerBound: 0 } });
  });

  it('has its keys in the published order, four decimals, and ends with a line break', () => {
    const tasks = [aTask('a', { resources: [{ amount: 1, name: 'db' }] }), aTask('b', { dependsOn: ['a'] })];
    const touchSets = [{ ...touching('a', ['x.ts'], 0.123456), creates: [repoPath('x.ts')] }];
    const plan = planOf(tasks, { touchSets, risks: [{ p: 0.98765, between: [taskId('b'), taskId('a')] }] });
    expect(planJson(plan)).toBe(`{
  "schema": "breakwater/plan@1",
  "id": "${plan.id}",
  "base": {
    "commit": "${aCommit(1)}",
    "branch": "main"
  },
  "concurrency": 3,
  "caution": "balanced",
  "threshold": 0.5,
  "schedule": "waves",
  "tasks": [
    {
      "id": "a",
      "wave": 1,
      "after": [],
      "writes": [
        {
          "path": "x.ts",
          "p": 0.1235,
          "confidence": "certain",
          "evidence": [
            {
              "source": "declared",
              "detail": "declared"
            }
          ]
        }
      ],
      "reads": [],
      "creates": [
        "x.ts"
      ],
      "scope": [],
      "resources": [
        {
          "name": "db",
          "amount": 1
        }
      ]
    },
    {
      "id": "b",
      "wave": 2,
      "after": [
        "a"
      ],
      "writes": [],
      "reads": [],
      "creates": [],
      "scope": [],
      "resources": []
    }
  ],
  "precedences": [
    {
      "before": "a",
      "after": "b",
      "reasons": [
        {
          "kind": "declared"
        }
      ]
    }
  ],
  "conflicts": [],
  "risks": [
    {
      "between": [
        "a",
        "b"
      ],
      "p": 0.9877
    }
  ],
  "waves": [
    [
      "a"
    ],
    [
      "b"
    ]
  ],
  "forecast": {
    "waves": 2,
    "lowerBound": 2,
    "expectedCollisions": 0,
    "listedOrderCollisions": 0.9877,
    "reason": {
      "kind": "chain",
      "tasks": [
        "a",
        "b"
      ]
    }
  },
  "diagnostics": []
}
`);
  });

  it('has an id that is the hash of all the rest, and changes with it', () => {
    const plan = planOf(shop);
    const { id, ...rest } = plan;
    expect(id).toMatch(/^[0-9a-f]{16}$/);
    expect(planId(rest)).toBe(id);
    expect(planOf(shop, { concurrency: 4 }).id).not.toBe(id);
    expect(planOf(shop, { notes: [{ code: 'W_X', message: 'x' }] }).id).not.toBe(id);
  });

  it('shows the 60 likeliest files of a task, equal ones by path, and only creates what it shows', () => {
    const paths = Array.from({ length: 70 }, (_, n) => `f${String(n).padStart(2, '0')}.ts`);
    const set = touching('a', [...paths].reverse());
    const [task] = planOf([aTask('a')], { touchSets: [{ ...set, creates: [repoPath('f69.ts'), repoPath('f01.ts')] }] }).tasks;
    expect(task?.writes.map(({ path }) => path)).toEqual(paths.slice(0, 60));
    expect(task?.creates).toEqual(['f01.ts']);
  });

  it('lists risks from 0.001 on, the highest first, equal ones in list order', () => {
    const risks = [risk('c', 'b', 0.1), risk('a', 'b', 0.1), risk('a', 'c', 0.2), risk('a', 'd', 0.0009), risk('d', 'b', 0.001)];
    const plan = planOf(
      ['a', 'b', 'c', 'd'].map((id) => aTask(id)),
      { risks },
    );
    expect(plan.risks).toEqual([risk('a', 'c', 0.2), risk('a', 'b', 0.1), risk('b', 'c', 0.1), risk('b', 'd', 0.001)]);
  });

  it('leaves aside risks and touch sets of tasks that are not planned', () => {
    const plan = planOf([aTask('a')], { risks: [risk('a', 'gone', 0.9)], touchSets: [touching('gone', ['x.ts'])] });
    expect(plan).toEqual(planOf([aTask('a')]));
  });

  it('hands notes on in their order', () => {
    const question = { candidates: 214, projects: ['web'] };
    const notes = [
      { task: taskId('a'), question, message: 'm', code: 'Q_VAGUE' },
      { message: 'n', code: 'W_Y' },
    ];
    expect(JSON.stringify(planOf([aTask('a')], { notes }).diagnostics)).toBe(
      '[{"code":"Q_VAGUE","message":"m","task":"a","question":{"candidates":214,"projects":["web"]}},{"code":"W_Y","message":"n"}]',
    );
  });
});

describe('the argument for the fewest waves', () => {
  const reasonOf = (tasks: readonly Task[], wanted: Partial<PlanInput> = {}) => planOf(tasks, wanted).forecast.reason;
  const gpu = (id: string) => aTask(id, { resources: [{ name: 'gpu', amount: 1 }] });
  const ids = ['a', 'b', 'c', 'd'];

  it('is what all of them write', () => {
    const tasks = ids.map((id) => aTask(id, { writes: ['package.json', `${id}.ts`] }));
    expect(reasonOf(tasks)).toEqual({ kind: 'apart', tasks: ids, path: 'package.json', before: 0, behind: 0 });
  });

  it('names no path when there is no single one', () => {
    const tasks = [aTask('a', { writes: ['x', 'y'] }), aTask('b', { writes: ['y', 'z'] }), aTask('c', { writes: ['z', 'x'] })];
    expect(reasonOf(tasks)).toEqual({ kind: 'apart', tasks: ['a', 'b', 'c'], before: 0, behind: 0 });
  });

  it('is the longest chain, in its order', () => {
    const tasks = [aTask('c', { dependsOn: ['b'] }), aTask('b', { dependsOn: ['a'] }), aTask('a'), aTask('d')];
    expect(reasonOf(tasks)).toEqual({ kind: 'chain', tasks: ['a', 'b', 'c'] });
  });

  it('is the sessions at once, after what must come before', () => {
    const fan = ['b', 'c', 'd', 'e'].map((id) => aTask(id, { dependsOn: ['a'] }));
    expect(reasonOf([aTask('a'), ...fan])).toEqual({ kind: 'concurrency', tasks: ['b', 'c', 'd', 'e'], before: 1, behind: 0 });
  });

  it('is what a resource has', () => {
    const wanted = { concurrency: 4, capacities: { gpu: 3 } };
    const shared = { resource: 'gpu', capacity: 3, amount: 4, before: 0, behind: 0 };
    expect(reasonOf(ids.map(gpu), wanted)).toEqual({ kind: 'resource', tasks: ids, ...shared });
  });

  it('is those that run alone', () => {
    const tasks = [
      aTask('a', { exclusive: true }),
      aTask('b', { exclusive: true }),
      ...['c', 'd', 'e', 'f'].map((id) => aTask(id)),
    ];
    expect(reasonOf(tasks)).toEqual({ kind: 'alone', tasks: ['a', 'b'], others: 4 });
  });

  it('is missing when there is nothing to plan', () => {
    expect(planOf([]).forecast).not.toHaveProperty('reason');
  });
});

describe('risk', () => {
  const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => aTask(id));

  it('only arranges, at no cost in waves', () => {
    // listed: abc def; together badly: a-b and d-e
    const plan = planOf(six, { risks: [risk('a', 'b', 0.3), risk('d', 'e', 0.3)] });
    expect(plan.waves).toEqual([
      ['a', 'c', 'd'],
      ['b', 'e', 'f'],
    ]);
    expect(plan.forecast).toMatchObject({ waves: 2, lowerBound: 2, expectedCollisions: 0, listedOrderCollisions: 0.6 });
  });

  it('of one half forbids, unless fast is wanted', () => {
    const risks = [risk('a', 'b', 0.5)];
    const two = [aTask('a'), aTask('b')];
    expect(planOf(two, { risks }).conflicts).toEqual([{ between: ['a', 'b'], reasons: [{ kind: 'risk', p: 0.5 }] }]);
    expect(planOf(two, { risks, caution: 'careful' }).waves).toEqual([['a'], ['b']]);
    expect(planOf(two, { risks, caution: 'fast' })).toMatchObject({ conflicts: [], waves: [['a', 'b']] });
  });

  it('forbids from the threshold that was set', () => {
    const two = [aTask('a'), aTask('b')];
    const waves = (threshold: number) => planOf(two, { risks: [risk('a', 'b', 0.3)], threshold }).waves.length;
    expect([waves(0.3), waves(0.31)]).toEqual([2, 1]);
  });

  it('of just under one half buys a wave only for the careful', () => {
    const risks = [risk('a', 'b', 0.49)];
    const two = [aTask('a'), aTask('b')];
    const waves = (caution: Caution) => planOf(two, { risks, caution }).waves.length;
    expect([waves('fast'), waves('balanced'), waves('careful')]).toEqual([1, 1, 2]);
  });

  it('buys the balanced a wave that saves half a collision', () => {
    // a triangle: one wave 0.6, two waves 0.2
    const three = ['a', 'b', 'c'].map((id) => aTask(id));
    const triangle = (p: number) => [risk('a', 'b', p), risk('b', 'c', p), risk('a', 'c', p)];
    expect(planOf(three, { risks: triangle(0.25) }).forecast).toMatchObject({ waves: 2, expectedCollisions: 0.25 });
    expect(planOf(three, { risks: triangle(0.24) }).forecast).toMatchObject({ waves: 1, expectedCollisions: 0.72 });
    expect(planOf(three, { risks: triangle(0.24), caution: 'careful' }).forecast).toMatchObject({
      waves: 3,
      expectedCollisions: 0,
    });
  });

  it('calms the careful below a tenth of a collision and no further', () => {
    const risks = [risk('a', 'b', 0.06), risk('c', 'd', 0.03), risk('e', 'f', 0.02)];
    const plan = planOf(six, { risks, caution: 'careful', concurrency: 6 });
    expect(plan.forecast).toMatchObject({ waves: 2, expectedCollisions: 0 });
    const less = planOf(six, { risks: risks.slice(0, 2), caution: 'careful', concurrency: 6 });
    expect(less.forecast).toMatchObject({ waves: 1, expectedCollisions: 0.09 });
  });
});

describe('order', () => {
  it('brings higher priority into earlier waves and to the front of its wave', () => {
    const tasks = [aTask('a'), aTask('b'), aTask('c', { priority: 1 }), aTask('d', { priority: 2 })];
    expect(planOf(tasks, { concurrency: 2 }).waves).toEqual([
      ['d', 'c'],
      ['a', 'b'],
    ]);
  });

  it('leaves vague tasks for last, so that their author has time to answer', () => {
    const vague = { ...touching('a', []), question: { candidates: 9, projects: [] } };
    const plan = planOf([aTask('a'), aTask('b'), aTask('c')], { concurrency: 2, touchSets: [vague] });
    expect(plan.waves).toEqual([['b', 'c'], ['a']]);
  });

  it('keeps the whole of a pool in sight, not only its pairs', () => {
    const gpu = (id: string, amount: number) => aTask(id, { resources: [{ name: 'gpu', amount }] });
    const tasks = [gpu('a', 1), gpu('b', 1), gpu('c', 1), gpu('d', 1)];
    const plan = planOf(tasks, { concurrency: 4, capacities: { gpu: 3 } });
    expect(plan).toMatchObject({ conflicts: [], waves: [['a', 'b', 'c'], ['d']], forecast: { lowerBound: 2 } });
  });

  it('gives a task that needs more than there is a wave of its own', () => {
    const tasks = [
      aTask('a', { resources: [{ name: 'gpu', amount: 3 }] }),
      aTask('b', { resources: [{ name: 'gpu', amount: 1 }] }),
    ];
    const plan = planOf(tasks, { capacities: { gpu: 2 } });
    expect(plan.waves).toEqual([['a'], ['b']]);
    expect(checkPlan(plan, tasks, { gpu: 2 })).toEqual([]);
  });
});

describe('what tasks refuses earlier is a bug here', () => {
  it.each([
    ['a cycle', [aTask('a', { dependsOn: ['b'] }), aTask('b', { dependsOn: ['a'] })], 'tasks wait for each other: a, b'],
    ['an unknown dependency', [aTask('a', { dependsOn: ['z'] })], 'task z is waited for'],
    ['an id given twice', [aTask('a'), aTask('a')], 'two tasks have the same id'],
    ['a glob that does not parse', [aTask('a', { writes: ['src/[a'] })], 'globs that were not checked'],
  ])('%s', (_, tasks, words) => {
    expect(() => planOf(tasks)).toThrow(/^Internal error: /);
    expect(() => planOf(tasks)).toThrow(words);
  });

  it('no session at all', () => {
    expect(() => planOf(shop, { concurrency: 0 })).toThrow('Internal error: concurrency 0');
  });
});
