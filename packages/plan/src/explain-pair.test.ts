import { type PairRisk, repoPath, type Task, type TouchSet, taskId } from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { explainPair } from './explain-pair.js';
import { makePlan } from './make-plan.js';

function explain(
  a: string,
  b: string,
  tasks: readonly Task[],
  world: { touchSets?: readonly TouchSet[]; risks?: readonly PairRisk[] } = {},
) {
  const base = { commit: aCommit(1), branch: 'main' };
  const nothing = { touchSets: [], risks: [], hubs: [], capacities: {}, notes: [] };
  const plan = makePlan({ tasks, base, concurrency: 3, caution: 'balanced', ...nothing, ...world });
  return explainPair(plan, taskId(a), taskId(b));
}

function touch(path: string, p: number) {
  return { path: repoPath(path), p, confidence: 'likely' as const, evidence: [] };
}

const declared = { kind: 'declared' };

describe('explaining a pair', () => {
  it('that nothing forbids', () => {
    expect(explain('a', 'b', [aTask('a'), aTask('b')])).toEqual({
      between: ['a', 'b'],
      waves: [1, 1],
      relation: { kind: 'free' },
      risk: 0,
      shared: [],
    });
  });

  it('of which one declares the other', () => {
    const tasks = [aTask('a'), aTask('b', { dependsOn: ['a'] })];
    const relation = { kind: 'ordered', path: ['a', 'b'], reasons: [declared] };
    expect(explain('a', 'b', tasks)).toMatchObject({ between: ['a', 'b'], waves: [1, 2], relation });
    expect(explain('b', 'a', tasks)).toMatchObject({ between: ['b', 'a'], waves: [2, 1], relation });
  });

  it('ordered over others, by the shortest way', () => {
    // a -> b -> c -> e and a -> d -> e
    const tasks = [
      aTask('a'),
      aTask('b', { dependsOn: ['a'] }),
      aTask('c', { dependsOn: ['b'] }),
      aTask('d', { dependsOn: ['a'] }),
      aTask('e', { dependsOn: ['c', 'd'] }),
    ];
    expect(explain('e', 'a', tasks).relation).toEqual({ kind: 'ordered', path: ['a', 'd', 'e'], reasons: [declared, declared] });
    expect(explain('b', 'd', tasks).relation).toEqual({ kind: 'free' });
  });

  it('that conflicts, with all reasons, the risk, and the files both likely write, likeliest first', () => {
    const tasks = [aTask('a', { writes: ['src/*.ts'] }), aTask('b', { writes: ['src/x.ts'] })];
    const mine = [touch('src/x.ts', 0.5), touch('src/y.ts', 0.9), touch('src/z.ts', 0.9)];
    const theirs = [touch('src/x.ts', 0.9), touch('src/y.ts', 0.1)];
    const set = (task: string, writes: typeof mine) => ({ task: taskId(task), writes, reads: [], creates: [], scope: [] });
    const risks = [{ between: [taskId('b'), taskId('a')] as const, p: 0.6 }];
    expect(explain('a', 'b', tasks, { touchSets: [set('a', mine), set('b', theirs)], risks })).toEqual({
      between: ['a', 'b'],
      waves: [1, 2],
      relation: {
        kind: 'apart',
        reasons: [
          { kind: 'write-write', path: 'src/x.ts' },
          { kind: 'risk', p: 0.6 },
        ],
      },
      risk: 0.6,
      shared: [
        { path: 'src/x.ts', touches: [mine[0], theirs[0]] },
        { path: 'src/y.ts', touches: [mine[1], theirs[1]] },
      ],
    });
  });

  it('does not take another pair of the same task for this one', () => {
    const tasks = [aTask('a', { writes: ['x.ts'] }), aTask('b'), aTask('c', { writes: ['x.ts'] })];
    const risks = [{ between: [taskId('a'), taskId('c')] as const, p: 0.2 }];
    expect(explain('a', 'b', tasks, { risks })).toMatchObject({ relation: { kind: 'free' }, risk: 0 });
  });

  it('of a task the plan does not have is a bug', () => {
    expect(() => explain('a', 'z', [aTask('a')])).toThrow('Internal error: task z is not in the plan');
  });
});
