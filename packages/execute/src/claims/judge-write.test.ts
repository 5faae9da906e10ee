import { type Fence, foldRun, NO_USAGE, type Plan, type RunEvent, repoPath, type TaskId, type Touch } from '@breakwater/model';
import { aCommit, aRunStarted, aTask, recorded } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { aPlan, BASE, RUN } from '../scripted-world.testing.js';
import { judgeWrite } from './judge-write.js';
import { territoryOf } from './territory.js';

const [api, page, docs] = ['api', 'page', 'docs'].map((name) => aTask(name).id) as [TaskId, TaskId, TaskId];

/** The state after these events, a second apart, of a run of three tasks in one wave. */
function stateAfter(...events: readonly RunEvent[]) {
  return foldRun(recorded([aRunStarted([api, page, docs], { run: RUN, base: BASE }), ...events]));
}

function start(task: TaskId, ...claims: readonly string[]): RunEvent {
  return { ev: 'task-started', task, attempt: 1, lane: 0, base: BASE, claims };
}

function committed(task: TaskId, ...paths: readonly string[]): RunEvent {
  const changes = paths.map((path) => ({ path, added: 1, removed: 0 }));
  const drift = { unpredicted: [], untouched: [], alsoChangedBy: [] };
  return {
    ev: 'task-committed',
    task,
    work: { base: BASE, commit: aCommit(9), changes, savedByUs: false, drift },
    usage: NO_USAGE,
  };
}

function planOf(writes: Readonly<Record<string, readonly Touch[]>>): Plan {
  const plan = aPlan([['api', 'page', 'docs']]);
  return { ...plan, tasks: plan.tasks.map((task) => ({ ...task, writes: writes[task.id] ?? [] })) };
}

function touch(path: string, p: number): Touch {
  return { path: repoPath(path), p, confidence: 'likely', evidence: [] };
}

const FREE = territoryOf(planOf({}), [aTask('api'), aTask('page'), aTask('docs')]);

function rules(fence: Fence, territory = FREE) {
  return { fence, territory };
}

describe('an open fence', () => {
  const state = stateAfter(start(api, 'src/app.ts'), start(page), { ev: 'task-claimed', task: page, path: 'src/new.ts' });

  it('gives out what nobody holds', () => {
    expect(judgeWrite({ task: page, path: 'b.ts' }, state, rules('open'))).toEqual({ allowed: true, claim: true });
  });

  it('lets a task write what it holds, without a second claim', () => {
    expect(judgeWrite({ task: api, path: 'src/app.ts' }, state, rules('open'))).toEqual({ allowed: true, claim: false });
    expect(judgeWrite({ task: page, path: 'SRC/new.ts' }, state, rules('open'))).toEqual({ allowed: true, claim: false });
  });

  it('refuses what another running task holds, and says what to do instead', () => {
    expect(judgeWrite({ task: page, path: 'src/app.ts' }, state, rules('open'))).toEqual({
      allowed: false,
      holder: 'api',
      why: 'src/app.ts is being written by task api; leave it, and say in your last message what you needed there',
    });
  });

  it('takes two spellings of one name on a disk that ignores case for one file', () => {
    const cafe = stateAfter(start(api, 'Caf\u00e9.md'), start(page));
    expect(judgeWrite({ task: page, path: 'cafe\u0301.MD' }, cafe, rules('open'))).toMatchObject({
      allowed: false,
      holder: 'api',
    });
  });

  it('lets a task go on with what it was given, also when a neighbour wrote it all the same', () => {
    const taken = stateAfter(start(page, 'a.ts'), start(api, 'b.ts'), committed(page, 'a.ts', 'b.ts'));
    expect(judgeWrite({ task: api, path: 'B.ts' }, taken, rules('open'))).toEqual({ allowed: true, claim: false });
    expect(judgeWrite({ task: api, path: 'a.ts' }, taken, rules('open'))).toMatchObject({ allowed: false, holder: 'page' });
    expect(judgeWrite({ task: docs, path: 'b.ts' }, taken, rules('open'))).toMatchObject({ allowed: false, holder: 'api' });
  });

  it('refuses what waits to be integrated; what the session held and left alone is free', () => {
    const ended = stateAfter(start(api, 'a.ts', 'b.ts'), start(page), committed(api, 'a.ts', 'c.ts'));
    expect(judgeWrite({ task: page, path: 'c.ts' }, ended, rules('open'))).toMatchObject({
      allowed: false,
      why: expect.stringContaining('c.ts was changed and is not integrated yet by task api'),
    });
    expect(judgeWrite({ task: page, path: 'b.ts' }, ended, rules('open'))).toEqual({ allowed: true, claim: true });
  });

  it.each<[string, RunEvent]>([
    ['integrated', { ev: 'task-integrated', task: api, commit: aCommit(3) }],
    ['failed', { ev: 'task-failed', task: api, failure: { reason: 'no-change' }, usage: NO_USAGE }],
    ['stopped', { ev: 'task-stopped', task: api, usage: NO_USAGE }],
  ])('a task that is %s holds nothing', (_, end) => {
    const over = stateAfter(start(api, 'a.ts'), committed(api, 'a.ts'), end);
    expect(judgeWrite({ task: page, path: 'a.ts' }, over, rules('open'))).toEqual({ allowed: true, claim: true });
  });

  it('a lost task holds its files until its place is safe', () => {
    const failure = { reason: 'lost', message: 'gone' } as const;
    const lost = (safeAt: string) =>
      stateAfter(start(api, 'a.ts'), { ev: 'task-failed', task: api, failure, usage: NO_USAGE, safeAt });
    const ask = { task: page, path: 'a.ts' };
    expect(judgeWrite(ask, lost('1970-01-01T00:00:30Z'), rules('open'))).toMatchObject({ allowed: false, holder: 'api' });
    expect(judgeWrite(ask, lost('1970-01-01T00:00:01Z'), rules('open'))).toEqual({ allowed: true, claim: true });
  });
});

describe('files named in the plan', () => {
  const tasks = [aTask('api', { writes: ['apps/api/**', 'libs'] }), aTask('page'), aTask('docs')];
  const territory = territoryOf(planOf({ page: [touch('apps/api/routes.ts', 0.5), touch('x.ts', 0.1)] }), tasks);
  const state = stateAfter(start(api), start(page), start(docs));

  it('a running task keeps the files its author declared from neighbours that were not expected there', () => {
    expect(judgeWrite({ task: docs, path: 'apps/api/routes.ts' }, state, rules('open', territory))).toEqual({
      allowed: false,
      holder: 'api',
      why: 'apps/api/routes.ts is in what task api is to write; leave it, and say in your last message what you needed there',
    });
    expect(judgeWrite({ task: docs, path: 'libs/deep/a.ts' }, state, rules('open', territory))).toMatchObject({ holder: 'api' });
  });

  it('a neighbour that was expected there has it if it comes first', () => {
    expect(judgeWrite({ task: page, path: 'apps/api/routes.ts' }, state, rules('open', territory))).toEqual({
      allowed: true,
      claim: true,
    });
  });

  it('a closed fence lets a task write what was predicted or declared for it, and nothing else', () => {
    const may = (task: TaskId, path: string) => judgeWrite({ task, path }, state, rules('closed', territory)).allowed;
    expect([may(page, 'x.ts'), may(api, 'apps/api/new.ts'), may(page, 'y.ts'), may(docs, 'readme.md')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('without a fence everything may be written', () => {
    expect(judgeWrite({ task: docs, path: 'apps/api/routes.ts' }, state, rules('off', territory))).toEqual({
      allowed: true,
      claim: false,
    });
  });

  it('a file whose versions are put together afterwards belongs to nobody', () => {
    const shared = territoryOf(planOf({}), tasks, [
      { files: ['CHANGELOG.md'], policy: 'union' },
      { files: ['x'], policy: 'serialize' },
    ]);
    const held = stateAfter(start(api, 'CHANGELOG.md', 'x'), start(page));
    expect(judgeWrite({ task: page, path: 'CHANGELOG.md' }, held, rules('open', shared))).toEqual({
      allowed: true,
      claim: false,
    });
    expect(judgeWrite({ task: page, path: 'x' }, held, rules('open', shared))).toMatchObject({ allowed: false });
  });

  it('only certain files are claimed at the start', () => {
    const some = territoryOf(planOf({ api: [touch('b.ts', 0.95), touch('a.ts', 0.9), touch('c.ts', 0.6)] }), tasks);
    expect(some.certain(api)).toEqual(['a.ts', 'b.ts']);
  });
});
