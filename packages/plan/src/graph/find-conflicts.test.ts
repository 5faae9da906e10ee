import { type Conflict, type HubRule, type PairRisk, repoPath, type Task, type TouchSet, taskId } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { resourcePools } from '../resource-pools.js';
import { riskTable } from '../risk-table.js';
import { findConflicts } from './find-conflicts.js';
import { declaredPrecedences } from './precedences.js';
import { buildTaskGraph } from './task-graph.js';

interface World {
  readonly touchSets?: readonly TouchSet[];
  readonly hubs?: readonly HubRule[];
  readonly risks?: readonly PairRisk[];
  readonly capacities?: Readonly<Record<string, number>>;
  readonly caution?: 'fast' | 'balanced';
}

/** Conflicts as the document shows them: ids and reasons. */
function conflicts(tasks: readonly Task[], world: World = {}): readonly Conflict[] {
  const { touchSets = [], hubs = [], risks = [], capacities = {}, caution = 'balanced' } = world;
  const graph = buildTaskGraph(tasks, declaredPrecedences(tasks));
  const numberedRisks = riskTable(risks, graph.numberOf);
  const pools = resourcePools(tasks, capacities);
  const found = findConflicts({ tasks, touchSets, hubs, caution, graph, numberedRisks, pools });
  return found.map(({ between: [a, b], reasons }) => ({ between: [tasks[a]!.id, tasks[b]!.id], reasons }));
}

const between = (a: string, b: string) => [taskId(a), taskId(b)] as const;

/** Two tasks a and b with these globs: the path they meet on, `?` behind it when it does not exist yet. */
function meeting(a: readonly string[], b: readonly string[], world: World = {}): string | undefined {
  const [conflict] = conflicts([aTask('a', { writes: a }), aTask('b', { writes: b })], world);
  const [reason] = conflict?.reasons ?? [];
  if (reason?.kind !== 'write-write') return undefined;
  return reason.witness === true ? `${reason.path}?` : reason.path;
}

function touches(task: string, writes: Readonly<Record<string, number>>, creates: readonly string[] = []): TouchSet {
  const touch = ([path, p]: [string, number]) => ({ path: repoPath(path), p, confidence: 'likely' as const, evidence: [] });
  return { task: taskId(task), writes: Object.entries(writes).map(touch), reads: [], creates: creates.map(repoPath), scope: [] };
}

describe('declared globs', () => {
  it.each([
    ['nothing declared', [], ['a.ts'], undefined],
    ['the same file', ['src/a.ts'], ['src/a.ts'], 'src/a.ts?'],
    ['neighbours', ['src/a.ts'], ['src/b.ts'], undefined],
    ['a file under a pattern', ['src/**'], ['src/deep/a.ts'], 'src/deep/a.ts?'],
    ['folders beside each other', ['libs/a/**'], ['libs/b/**'], undefined],
    ['folders that begin alike', ['libs/a/**'], ['libs/ab/**'], undefined],
    [
      'patterns that cross where no file is yet',
      ['apps/api/src/users/**'],
      ['apps/api/src/*/handler.ts'],
      'apps/api/src/users/handler.ts?',
    ],
    ['patterns that never cross', ['docs/*.md'], ['docs/x/*.md'], undefined],
    ['spellings that differ in case', ['src/Money.ts'], ['src/money.ts'], 'src/Money.ts?'],
    ['a pattern and a file that differ in case', ['SRC/*.ts'], ['src/money.ts'], 'src/money.ts?'],
    ['two ways to write an accent', ['docs/caf\u00e9.md'], ['docs/cafe\u0301.md'], 'docs/cafe\u0301.md?'],
    ['a folder and a file in it', ['libs/a'], ['libs/a/x.ts'], 'libs/a/x.ts?'],
    ['a folder and a pattern below', ['libs/a'], ['libs/*/x.ts'], 'libs/a/x.ts?'],
    ['a file and a pattern that would fit below it', ['src/x.ts'], ['src/**/*.spec.ts'], undefined],
    ['what was taken away again', ['src/**', '!src/a.ts'], ['src/a.ts'], undefined],
    ['what was taken away and given back', ['src/**', '!src/*.ts', 'src/a.ts'], ['src/a.ts'], 'src/a.ts?'],
    ['everything', ['**'], ['deep/in/it.ts'], 'deep/in/it.ts?'],
  ])('meet or not: %s', (_, a, b, path) => {
    expect(meeting(a, b)).toBe(path);
    expect(meeting(b, a)?.toLowerCase()).toBe(path?.toLowerCase());
  });

  it('of ordered tasks are no conflict, however far apart the tasks', () => {
    const writes = ['x.ts'];
    const chain = [aTask('a', { writes }), aTask('b', { dependsOn: ['a'] }), aTask('c', { writes, dependsOn: ['b'] })];
    expect(conflicts(chain)).toEqual([]);
  });

  it('name the existing file that both most likely write', () => {
    const touchSets = [
      touches('a', { 'src/x.ts': 0.5, 'src/y.ts': 0.4, 'src/new.ts': 1 }, ['src/new.ts']),
      touches('b', { 'src/y.ts': 0.3 }),
    ];
    expect(meeting(['src/**'], ['src/*.ts'], { touchSets })).toBe('src/y.ts');
  });

  it('name a file to be created before a path nobody will write', () => {
    const touchSets = [touches('a', { 'src/new.ts': 0.9 }, ['src/new.ts'])];
    expect(meeting(['src/**'], ['src/*.ts'], { touchSets })).toBe('src/new.ts?');
  });

  it('do not take a known file for a folder', () => {
    const touchSets = [touches('a', { Dockerfile: 0.97 })];
    expect(meeting(['Dockerfile'], ['**/*.spec.ts'], { touchSets })).toBeUndefined();
  });

  it.each(['regenerate', 'union', 'ignore'] as const)('may meet on a hub whose policy is %s', (policy) => {
    const hubs = [{ files: ['**/package-lock.json', 'CHANGELOG.md'], policy }];
    expect(meeting(['package-lock.json'], ['package-lock.json'], { hubs })).toBeUndefined();
    expect(meeting(['*.json'], ['package-lock.*'], { hubs })).toBe('package-lock..json?');
    expect(meeting(['CHANGELOG.md'], ['*.md'], { hubs })).toBeUndefined();
    expect(meeting(['package-lock.json', 'x.ts'], ['package-lock.json', 'x.ts'], { hubs })).toBe('x.ts?');
  });

  it('meet on a hub that is serialized, and on one whose rule takes files back', () => {
    const both = (hubs: readonly HubRule[]) => meeting(['yarn.lock'], ['yarn.lock'], { hubs });
    expect(both([{ files: ['yarn.lock'], policy: 'serialize' }])).toBe('yarn.lock?');
    expect(both([{ files: ['*.lock', '!yarn.lock'], policy: 'ignore' }])).toBe('yarn.lock?');
  });
});

describe('a serialized hub', () => {
  const hubs: readonly HubRule[] = [{ files: ['**/schema.prisma'], policy: 'serialize' }];
  const path = 'db/schema.prisma';
  const tasks = [aTask('a'), aTask('b'), aTask('c', { dependsOn: ['b'] })];

  it('keeps apart all that likely write it', () => {
    const touchSets = [touches('c', { [path]: 0.4 }), touches('a', { [path]: 0.5 }), touches('b', { [path]: 0.9 })];
    expect(conflicts(tasks, { hubs, touchSets })).toEqual([
      { between: ['a', 'b'], reasons: [{ kind: 'write-write', path }] },
      { between: ['a', 'c'], reasons: [{ kind: 'write-write', path }] },
    ]);
  });

  it('leaves alone who only possibly writes it', () => {
    expect(conflicts(tasks, { hubs, touchSets: [touches('a', { [path]: 0.39 }), touches('b', { [path]: 0.9 })] })).toEqual([]);
  });

  it('gives one reason when both declare it as well', () => {
    const declared = [aTask('a', { writes: [path] }), aTask('b', { writes: ['db/**'] })];
    const touchSets = [touches('a', { [path]: 0.9 }), touches('b', { [path]: 0.9 })];
    expect(conflicts(declared, { hubs, touchSets })).toEqual([{ between: ['a', 'b'], reasons: [{ kind: 'write-write', path }] }]);
  });
});

describe('resources', () => {
  const uses = (id: string, name: string, amount = 1) => aTask(id, { resources: [{ name, amount }] });

  it('have room for one unless told otherwise', () => {
    const reasons = [{ kind: 'resource', resource: 'db', capacity: 1 }];
    expect(conflicts([uses('a', 'db'), uses('b', 'db'), uses('c', 'cache')])).toEqual([{ between: ['a', 'b'], reasons }]);
  });

  it('keep a pair apart only when the two together need too much', () => {
    const tasks = [uses('a', 'gpu', 2), uses('b', 'gpu', 2), uses('c', 'gpu')];
    const reasons = [{ kind: 'resource', resource: 'gpu', capacity: 3 }];
    expect(conflicts(tasks, { capacities: { gpu: 3 } })).toEqual([{ between: ['a', 'b'], reasons }]);
  });

  it('named twice by one task count twice', () => {
    const twice = aTask('a', {
      resources: [
        { name: 'gpu', amount: 1 },
        { name: 'gpu', amount: 1 },
      ],
    });
    const reasons = [{ kind: 'resource', resource: 'gpu', capacity: 2 }];
    expect(conflicts([twice, uses('b', 'gpu')], { capacities: { gpu: 2 } })).toEqual([{ between: ['a', 'b'], reasons }]);
  });

  it('may be called like a property every object has', () => {
    const reasons = [{ kind: 'resource', resource: 'constructor', capacity: 1 }];
    expect(conflicts([uses('a', 'constructor'), uses('b', 'constructor')])).toEqual([{ between: ['a', 'b'], reasons }]);
  });
});

describe('an exclusive task', () => {
  it('stands apart from all but those it is ordered with', () => {
    const tasks = [aTask('a'), aTask('b', { exclusive: true, dependsOn: ['a'] }), aTask('c'), aTask('d', { exclusive: true })];
    const b = { kind: 'exclusive', task: 'b' };
    const d = { kind: 'exclusive', task: 'd' };
    expect(conflicts(tasks)).toEqual([
      { between: ['a', 'd'], reasons: [d] },
      { between: ['b', 'c'], reasons: [b] },
      { between: ['b', 'd'], reasons: [b, d] },
      { between: ['c', 'd'], reasons: [d] },
    ]);
  });
});

describe('predicted risk', () => {
  const tasks = [aTask('a'), aTask('b')];

  it('forbids from one half on, and names the file that carries it', () => {
    const risks = [{ between: between('b', 'a'), p: 0.5, path: repoPath('x.ts') }];
    expect(conflicts(tasks, { risks })).toEqual([{ between: ['a', 'b'], reasons: [{ kind: 'risk', p: 0.5, path: 'x.ts' }] }]);
    expect(conflicts(tasks, { risks, caution: 'fast' })).toEqual([]);
    expect(conflicts(tasks, { risks: [{ between: between('a', 'b'), p: 0.4999 }] })).toEqual([]);
  });

  it('counts once when a pair is given twice: the higher, and of equals the first path', () => {
    const twice = (one: Partial<PairRisk>, other: Partial<PairRisk>) => [
      { between: between('a', 'b'), p: 0.6, ...one },
      { between: between('b', 'a'), p: 0.6, ...other },
    ];
    const [higher] = conflicts(tasks, { risks: twice({}, { p: 0.7 }) });
    expect(higher?.reasons).toEqual([{ kind: 'risk', p: 0.7 }]);
    const [first] = conflicts(tasks, { risks: twice({ path: repoPath('y.ts') }, { path: repoPath('x.ts') }) });
    expect(first?.reasons).toEqual([{ kind: 'risk', p: 0.6, path: 'x.ts' }]);
  });
});

it('several reasons of one pair come the weightiest first', () => {
  const resources = [{ name: 'db', amount: 1 }];
  const tasks = [aTask('a', { writes: ['x.ts'], resources }), aTask('b', { writes: ['x.ts'], resources, exclusive: true })];
  const [conflict] = conflicts(tasks, { risks: [{ between: between('a', 'b'), p: 0.9 }] });
  expect(conflict?.reasons.map(({ kind }) => kind)).toEqual(['exclusive', 'write-write', 'resource', 'risk']);
});
