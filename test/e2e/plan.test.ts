import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { breakwater } from '../rig/breakwater.js';
import { git } from '../rig/git.js';
import { fingerprint, makeRepository, writeFiles } from '../rig/repository.js';

/** The twelve-task workload: an Nx-shaped shop with two dependencies and six true conflicts. */
const TWELVE = `version: 1
tasks:
  - { id: t1, brief: Money type, writes: [libs/shared/types/src/lib/money.ts, libs/shared/types/src/index.ts] }
  - { id: t2, brief: Address type, writes: [libs/shared/types/src/lib/address.ts, libs/shared/types/src/index.ts] }
  - { id: t3, brief: Cart totals, dependsOn: [t1], writes: [libs/cart/data-access/src/lib/cart.service.ts] }
  - { id: t4, brief: Coupons, writes: [libs/cart/data-access/src/lib/cart.service.ts, libs/cart/data-access/src/lib/coupon.ts] }
  - { id: t5, brief: Checkout forms, dependsOn: [t2], writes: ["libs/checkout/ui/src/**"] }
  - { id: t6, brief: Validators, writes: [libs/checkout/ui/src/lib/validators.ts] }
  - { id: t7, brief: Users, writes: ["apps/api/src/users/**", package.json] }
  - { id: t8, brief: Orders, writes: ["apps/api/src/orders/**", package.json] }
  - { id: t9, brief: Header, writes: ["apps/web/src/app/header/**"] }
  - { id: t10, brief: Footer, writes: ["apps/web/src/app/footer/**"] }
  - { id: t11, brief: Docs, writes: ["docs/*.md"] }
  - { id: t12, brief: Handlers, writes: ["apps/api/src/*/handler.ts"] }
`;

const SHOP = {
  'package.json': '{"name": "shop", "private": true, "workspaces": ["apps/*", "libs/*/*"]}',
  'libs/shared/types/src/index.ts': 'export const version = 1;\n',
  'libs/shared/types/package.json': '{"name": "@shop/types"}',
  'libs/cart/data-access/src/lib/cart.service.ts': 'export class CartService {}\n',
  'libs/cart/data-access/package.json': '{"name": "@shop/cart"}',
  'libs/checkout/ui/src/lib/validators.ts': 'export const isEmail = (text: string) => text.includes("@");\n',
  'apps/api/src/users/handler.ts': 'export const users = [];\n',
  'apps/api/src/orders/handler.ts': 'export const orders = [];\n',
  'apps/web/src/app/header/header.ts': 'export const header = 1;\n',
  'apps/web/src/app/footer/footer.ts': 'export const footer = 1;\n',
  'docs/readme.md': '# Docs\n',
};

const TRUE_CONFLICTS = ['t1 t2', 't3 t4', 't5 t6', 't7 t12', 't7 t8', 't8 t12'];

interface Document {
  readonly waves: readonly (readonly string[])[];
  readonly conflicts: readonly { readonly between: readonly string[] }[];
}

function twelve(): string {
  return makeRepository({ ...SHOP, 'breakwater.tasks.yaml': TWELVE });
}

describe('plan on the twelve-task workload', () => {
  it.each([
    [2, 6],
    [3, 4],
    [4, 3],
    [12, 3],
  ])('at concurrency %i needs exactly %i waves and puts no conflicting pair together', async (concurrency, waves) => {
    const { code, stdout, stderr } = await breakwater(twelve(), ['plan', '--json', '--concurrency', String(concurrency)]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const plan = JSON.parse(stdout) as Document;
    expect(plan.waves).toHaveLength(waves);
    expect(plan.conflicts.map(({ between }) => between.join(' ')).sort()).toEqual(TRUE_CONFLICTS);
    const together = plan.waves.flatMap((wave) =>
      TRUE_CONFLICTS.filter((pair) => pair.split(' ').every((task) => wave.includes(task))),
    );
    expect(together).toEqual([]);
    const waveOf = (task: string): number => plan.waves.findIndex((wave) => wave.includes(task));
    expect(waveOf('t3')).toBeGreaterThan(waveOf('t1'));
    expect(waveOf('t5')).toBeGreaterThan(waveOf('t2'));
  });

  it('gives the same bytes twice, under another locale, time zone and from a clone', async () => {
    const repository = twelve();
    const first = await breakwater(repository, ['plan', '--json']);
    const second = await breakwater(repository, ['plan', '--json'], { LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' });
    const clone = `${repository}-clone`;
    git(repository, 'clone', '-q', repository, clone);
    const third = await breakwater(clone, ['plan', '--json']);
    expect(second.stdout).toBe(first.stdout);
    expect(third.stdout).toBe(first.stdout);
  });

  it('leaves every file, the index and git status as they were, also with work in progress', async () => {
    const repository = twelve();
    writeFiles(repository, { 'docs/readme.md': '# Changed\n', 'scratch.txt': 'mine\n' });
    git(repository, 'add', 'docs/readme.md');
    const status = git(repository, 'status', '--porcelain');
    const before = fingerprint(repository);
    const { code, stderr } = await breakwater(repository, ['plan']);
    expect(code).toBe(0);
    expect(stderr).toContain('not committed');
    expect(fingerprint(repository)).toEqual(before);
    expect(git(repository, 'status', '--porcelain')).toBe(status);
  });

  it('plans the commit, not the checkout', async () => {
    const repository = twelve();
    const clean = await breakwater(repository, ['plan', '--json']);
    writeFileSync(join(repository, 'libs/shared/types/src/index.ts'), 'export class Surprise {}\n');
    writeFiles(repository, { 'libs/new/project.json': '{"name": "new"}' });
    const dirty = await breakwater(repository, ['plan', '--json']);
    expect(dirty.stdout).toBe(clean.stdout);
  });

  it('works from a subfolder and on a bare repository', async () => {
    const repository = twelve();
    const inside = await breakwater(join(repository, 'libs/shared'), ['plan', '--json']);
    const bare = `${repository}.git`;
    git(repository, 'clone', '-q', '--bare', repository, bare);
    const there = await breakwater(repository, [
      'plan',
      '--json',
      '--repo',
      bare,
      '--tasks',
      join(repository, 'breakwater.tasks.yaml'),
    ]);
    const here = await breakwater(repository, ['plan', '--json']);
    expect([inside.stdout, there.stdout]).toEqual([here.stdout, here.stdout]);
  });
});

describe('explain', () => {
  it('names the file two tasks both write', async () => {
    const { code, stdout } = await breakwater(twelve(), ['explain', 't7', 't8']);
    expect(code).toBe(0);
    expect(stdout).toContain('package.json');
  });

  it.each([
    ['t99', 'Did you mean "t9"?'],
    ['checkout', 'The tasks are: t1, t2, t3, t4, t5, t6, t7, t8, t9, t10 and 2 more'],
  ])('says of %s, which is not known, what may be meant', async (unknown, hint) => {
    const { code, stderr } = await breakwater(twelve(), ['explain', 't7', unknown]);
    expect(code).toBe(2);
    expect(stderr).toContain(`there is no task "${unknown}"`);
    expect(stderr).toContain(hint);
  });
});

describe('symbols named in a brief', () => {
  const workspace = {
    'package.json': '{"name": "shop", "private": true, "workspaces": ["apps/*", "libs/*"]}',
    'tsconfig.base.json': '{"compilerOptions": {"paths": {"@shop/pricing": ["libs/pricing/src/index.ts"]}}}',
    'libs/money/package.json': '{"name": "@shop/money", "main": "./dist/index.js", "types": "./dist/index.d.ts"}',
    'libs/money/src/index.ts': "export * from './lib/money';\n",
    'libs/money/src/lib/money.ts': 'export class MoneyFormatter { format(cents: number): string { return String(cents); } }\n',
    'libs/pricing/package.json': '{"name": "@shop/pricing"}',
    'libs/pricing/src/index.ts':
      "import { MoneyFormatter } from '@shop/money';\nexport const price = (cents: number) => new MoneyFormatter().format(cents);\n",
    'apps/api/package.json': '{"name": "api"}',
    'apps/api/src/orders.ts': "import { price } from '@shop/pricing';\nexport const total = price(1);\n",
    'apps/web/package.json': '{"name": "web"}',
    'apps/web/src/cart.ts': "import { MoneyFormatter } from '@shop/money';\nexport const cart = new MoneyFormatter();\n",
  };

  function writesOf(stdout: string, task: string): Readonly<Record<string, string>> {
    const plan = JSON.parse(stdout) as { tasks: { id: string; writes: { path: string; confidence: string }[] }[] };
    const writes = plan.tasks.find(({ id }) => id === task)?.writes ?? [];
    return Object.fromEntries(
      writes.filter(({ confidence }) => confidence !== 'possible').map(({ path, confidence }) => [path, confidence]),
    );
  }

  it('lead to the file that declares them, and to their users when they are renamed, without install or build', async () => {
    const tasks =
      'tasks:\n  - { id: fix, brief: "`MoneyFormatter` drops the cents." }\n  - { id: rename, brief: "Rename `MoneyFormatter` to `PriceFormatter`." }\n';
    const { code, stdout } = await breakwater(makeRepository({ ...workspace, 'breakwater.tasks.yaml': tasks }), [
      'plan',
      '--json',
    ]);
    expect(code).toBe(0);
    expect(Object.keys(writesOf(stdout, 'fix'))).toEqual(['libs/money/src/lib/money.ts']);
    expect(Object.keys(writesOf(stdout, 'rename')).sort()).toEqual([
      'apps/web/src/cart.ts',
      'libs/money/src/lib/money.ts',
      'libs/pricing/src/index.ts',
    ]);
  });
});

describe('a mistyped path', () => {
  it('in a brief counts for both files, and what is declared is asked about', async () => {
    const tasks = `version: 1
tasks:
  - { id: totals, brief: Fix libs/cart/data-access/src/lib/cart.servise.ts, reads: [apps/web/src/app/header/haeder.ts] }
`;
    const repository = makeRepository({ ...SHOP, 'breakwater.tasks.yaml': tasks });
    const { stdout, stderr } = await breakwater(repository, ['plan', '--json']);
    const plan = JSON.parse(stdout) as {
      readonly tasks: readonly {
        readonly writes: readonly { path: string; p: number; evidence: readonly { detail: string }[] }[];
      }[];
    };
    const near = 'libs/cart/data-access/src/lib/cart.service.ts';
    const writes = plan.tasks[0]?.writes.filter(({ p }) => p >= 0.5);
    expect(writes?.map(({ path, evidence }) => [path, evidence[0]?.detail])).toEqual([
      [near, 'brief: mistyped?'],
      ['libs/cart/data-access/src/lib/cart.servise.ts', `did you mean ${near}?`],
    ]);
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain('hint: Did you mean "apps/web/src/app/header/header.ts"?');
  });
});
