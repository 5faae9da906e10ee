import { type Caution, type PairRisk, type Task, type TouchSet, taskId, type WaitReason } from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { makePlan } from './make-plan.js';
import { waitReasons } from './wait-reasons.js';

interface World {
  readonly concurrency?: number;
  readonly risks?: readonly PairRisk[];
  readonly vague?: readonly string[];
  readonly caution?: Caution;
  readonly capacities?: Readonly<Record<string, number>>;
}

/** Task id and reasons in short, for tasks that have any: `b: after a, full 2`. */
function reasons(tasks: readonly Task[], world: World = {}): readonly string[] {
  const { concurrency = 3, risks = [], vague = [], caution = 'balanced', capacities = {} } = world;
  const question = { candidates: 3, projects: [] };
  const touchSets = vague.map((id): TouchSet => ({ task: taskId(id), writes: [], reads: [], creates: [], scope: [], question }));
  const notes = vague.map((id) => ({ code: 'Q_VAGUE', message: '', task: taskId(id), question }));
  const base = { commit: aCommit(1), branch: 'main' };
  const plan = makePlan({ tasks, base, concurrency, caution, touchSets, risks, hubs: [], capacities, notes });
  return [...waitReasons(plan)].filter(([, list]) => list.length > 0).map(([id, list]) => `${id}: ${list.map(short).join(', ')}`);
}

function short(reason: WaitReason): string {
  if ('task' in reason) return `${reason.kind} ${reason.task}`;
  return 'wave' in reason ? `${reason.kind} ${reason.wave}` : reason.kind;
}

const risk = (a: string, b: string, p: number): PairRisk => ({ between: [taskId(a), taskId(b)], p });

describe('a task waits', () => {
  it('for nothing in the first wave', () => {
    expect(reasons([aTask('a'), aTask('b')])).toEqual([]);
  });

  it('for the predecessor that ends last', () => {
    // a -> b -> c, a -> c
    const tasks = [aTask('a'), aTask('b', { dependsOn: ['a'] }), aTask('c', { dependsOn: ['a', 'b'] })];
    expect(reasons(tasks)).toEqual(['b: after a', 'c: after b']);
  });

  it('for a place', () => {
    const tasks = ['a', 'b', 'c', 'd', 'e'].map((id) => aTask(id));
    expect(reasons(tasks, { concurrency: 2 })).toEqual(['c: full 1', 'd: full 1', 'e: full 1, full 2']);
  });

  it('for long tasks to share a wave, though there is a place before', () => {
    const tasks = [
      aTask('short', { writes: ['x.ts'], budget: { minutes: 10 } }),
      aTask('long', { writes: ['x.ts'], budget: { minutes: 60 } }),
      aTask('free', { budget: { minutes: 60 } }),
    ];
    expect(reasons(tasks)).toEqual(['long: apart short', 'free: longer 1']);
  });

  it('for those it may not be beside, in every wave that it could else be in', () => {
    const writes = ['x.ts'];
    const tasks = [aTask('a', { writes }), aTask('b', { writes }), aTask('c', { writes })];
    expect(reasons(tasks)).toEqual(['b: apart a', 'c: apart a, apart b']);
  });

  it('for a predecessor first, then for those beside whom it may not be, then for a place', () => {
    // wave 1: p q, wave 2: two that fill it, wave 3: one in conflict
    const tasks = [
      aTask('p'),
      aTask('q'),
      aTask('r', { dependsOn: ['p'], writes: ['x.ts'] }),
      aTask('s', { dependsOn: ['q'] }),
      aTask('t', { dependsOn: ['p'] }),
      aTask('u', { dependsOn: ['p'], writes: ['x.ts'] }),
    ];
    expect(reasons(tasks, { concurrency: 2 })).toEqual(['r: after p', 's: after q', 't: after p, full 2', 'u: after p, apart r']);
  });

  it('because it runs alone, which is said once', () => {
    const tasks = [aTask('a'), aTask('b'), aTask('c', { exclusive: true })];
    expect(reasons(tasks)).toEqual(['c: exclusive']);
  });

  it('for one that runs alone', () => {
    expect(reasons([aTask('a', { exclusive: true }), aTask('b')])).toEqual(['b: apart a']);
  });

  it('because its files are a guess, said before the lack of a place', () => {
    const tasks = [aTask('a'), aTask('b'), aTask('c')];
    expect(reasons(tasks, { concurrency: 2, vague: ['a'] })).toEqual(['a: vague, full 1']);
  });

  it('because its files are a guess, said after what is declared and before what is guessed', () => {
    const tasks = [aTask('a', { writes: ['x.ts'] }), aTask('b', { writes: ['x.ts'] })];
    expect(reasons(tasks, { vague: ['b'] })).toEqual(['b: apart a, vague']);
    const guessed = { vague: ['b'], risks: [risk('a', 'b', 0.8)] };
    expect(reasons([aTask('a'), aTask('b')], guessed)).toEqual(['b: vague, apart a']);
  });

  it('because an extra wave is worth it: for the one it would risk most beside', () => {
    const tasks = [aTask('a'), aTask('b'), aTask('c')];
    const risks = [risk('a', 'c', 0.3), risk('b', 'c', 0.4)];
    expect(reasons(tasks, { caution: 'careful', risks })).toEqual(['c: apart b']);
  });

  it('for the users of a resource that is used up', () => {
    const tasks = ['a', 'b', 'c'].map((id) => aTask(id, { resources: [{ name: 'gpu', amount: 1 }] }));
    expect(reasons(tasks, { capacities: { gpu: 2 } })).toEqual(['c: apart a, apart b']);
  });
});
