import { repoPath, type Task, type TouchSet, taskId } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { declaredPrecedences } from './graph/precedences.js';
import { plannedTasks } from './planned-tasks.js';

function planned(task: Task, set: Partial<TouchSet> = {}) {
  const touches = { task: task.id, writes: [], reads: [], creates: [], scope: [], ...set };
  const [one] = plannedTasks([task], { touchSets: [touches], precedences: [], waveOf: Int32Array.of(0) });
  return one;
}

function touch(path: string, p: number) {
  return { evidence: [{ detail: 'why', source: 'path' as const }], confidence: 'likely' as const, p, path: repoPath(path) };
}

describe('a task in the document', () => {
  it('has its wave from 1 and its predecessors in list order, each once', () => {
    const tasks = [aTask('a'), aTask('b'), aTask('c', { dependsOn: ['b', 'a', 'b'] })];
    const precedences = declaredPrecedences(tasks);
    const found = plannedTasks(tasks, { touchSets: [], precedences, waveOf: Int32Array.of(0, 1, 2) });
    expect(found.map(({ id, wave, after }) => [id, wave, after])).toEqual([
      ['a', 1, []],
      ['b', 2, []],
      ['c', 3, ['a', 'b']],
    ]);
  });

  it('without a touch set touches nothing', () => {
    const touchSets = [{ ...NOTHING, task: taskId('z') }];
    const [found] = plannedTasks([aTask('a')], { touchSets, precedences: [], waveOf: Int32Array.of(0) });
    expect(found).toMatchObject({ writes: [], reads: [], creates: [], scope: [] });
  });

  it('has its keys in one order whoever made the touches', () => {
    expect(JSON.stringify(planned(aTask('a'), { writes: [touch('x.ts', 0.5)] })?.writes)).toBe(
      '[{"path":"x.ts","p":0.5,"confidence":"likely","evidence":[{"source":"path","detail":"why"}]}]',
    );
  });

  it('sorts files by the probability that is shown, then by path, so that invisible digits decide nothing', () => {
    const writes = [touch('b.ts', 0.50004), touch('a.ts', 0.50001), touch('c.ts', 0.9)];
    expect(planned(aTask('a'), { writes })?.writes.map(({ path, p }) => `${path} ${p}`)).toEqual([
      'c.ts 0.9',
      'a.ts 0.5',
      'b.ts 0.5',
    ]);
  });

  it('sorts reads and creates too, and creates nothing it does not write', () => {
    const writes = ['b.ts', 'a.ts'].map((path) => touch(path, 0.9));
    const creates = ['z.ts', 'b.ts', 'a.ts'].map(repoPath);
    const found = planned(aTask('a'), { writes, creates, reads: [touch('y.ts', 0.1), touch('x.ts', 0.2)] });
    expect(found).toMatchObject({ creates: ['a.ts', 'b.ts'], reads: [{ path: 'x.ts' }, { path: 'y.ts' }] });
  });

  it('hands on scope and resources as they were given', () => {
    const resources = [
      { amount: 2, name: 'gpu' },
      { amount: 1, name: 'db' },
    ];
    const found = planned(aTask('a', { resources }), { scope: ['web', 'api'] });
    expect(found?.scope).toEqual(['web', 'api']);
    expect(JSON.stringify(found?.resources)).toBe('[{"name":"gpu","amount":2},{"name":"db","amount":1}]');
  });
});

const NOTHING = { writes: [], reads: [], creates: [], scope: [] };
