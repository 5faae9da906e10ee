import { type Plan, repoPath, type TaskId } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { aPlan, RUN, ScriptedWorld, settle } from '../scripted-world.testing.js';

const PROTECTION = { fence: 'open', guard: 'each-write' } as const;

function asking(task: TaskId, path: string, written?: boolean) {
  return { ask: 'write', id: { run: RUN, task, attempt: 1 }, path, ...(written === undefined ? {} : { written }) } as const;
}

/** A plan of two tasks beside each other, both certain of the same file. */
function certainOf(path: string): Plan {
  const plan = aPlan([['a', 'b']]);
  const writes = [{ path: repoPath(path), p: 0.97, confidence: 'certain' as const, evidence: [] }];
  return { ...plan, tasks: plan.tasks.map((task) => ({ ...task, writes })) };
}

it('of two tasks that are certain of a file the first to start holds it, and its order says so', async () => {
  const world = new ScriptedWorld();
  const ended = world.run(certainOf('shared.ts'), { protection: PROTECTION });
  await world.started('a', 'b');
  expect([world.orders.get('a')?.grants, world.orders.get('b')?.grants]).toEqual([['shared.ts'], []]);
  expect([world.orders.get('a')?.fence, world.orders.get('b')?.fence]).toEqual(['open', 'open']);
  for (const task of ['a', 'b']) world.commit(task, `${task}.ts`);
  await ended;
});

it('of two that ask in the same moment one gets the file, and the other reads who has it', async () => {
  const world = new ScriptedWorld();
  const ended = world.run(aPlan([['a', 'b']]), { protection: PROTECTION });
  await world.started('a', 'b');
  const [a, b] = [aTask('a').id, aTask('b').id];
  const answers = await Promise.all([world.ask(asking(a, 'x.ts')), world.ask(asking(b, 'x.ts'))]);
  expect(answers).toEqual([
    { answer: 'granted' },
    {
      answer: 'refused',
      holder: 'a',
      why: 'x.ts is being written by task a; leave it, and say in your last message what you needed there',
    },
  ]);
  for (const task of ['a', 'b']) world.commit(task, `${task}.ts`);
  const state = await ended;
  expect(state.tasks.map(({ claims, breaches }) => ({ claims, breaches }))).toEqual([
    { claims: ['x.ts'], breaches: [] },
    { claims: [], breaches: [{ path: 'x.ts', holder: 'a', seen: 'asked' }] },
  ]);
});

it('writes a breach down once, however often it is tried, and once more when it is found written; its holder has none', async () => {
  const world = new ScriptedWorld();
  const ended = world.run(aPlan([['a', 'b']]), { protection: PROTECTION });
  await world.started('a', 'b');
  const [a, b] = [aTask('a').id, aTask('b').id];
  await world.ask(asking(a, 'x.ts'));
  for (const written of [false, false, true, true]) await world.ask(asking(b, 'x.ts', written));
  world.commit('b', 'x.ts');
  await settle();
  world.commit('a', 'x.ts');
  const state = await ended;
  expect(state.tasks.map(({ breaches }) => breaches)).toEqual([
    [],
    [
      { path: 'x.ts', holder: 'a', seen: 'asked' },
      { path: 'x.ts', holder: 'a', seen: 'shell' },
      { path: 'x.ts', holder: 'a', seen: 'commit' },
    ],
  ]);
});

it('fails a task that went over a closed fence, and keeps its commit', async () => {
  const world = new ScriptedWorld();
  const ended = world.run(certainOf('a.ts'), { protection: { fence: 'closed', guard: 'at-the-end' } });
  await world.started('a', 'b');
  world.commit('a', 'a.ts');
  const commit = world.commit('b', 'z.ts', 'y.ts');
  const state = await ended;
  expect(state.tasks.map((task) => task.state)).toMatchObject([
    { state: 'integrated' },
    { state: 'failed', failure: { reason: 'fence', paths: ['z.ts', 'y.ts'] }, commit },
  ]);
});

it('gives a session that goes on in its place the files it had been given, as far as they are still free', async () => {
  const world = new ScriptedWorld();
  const plan = aPlan([['a', 'b']]);
  const ended = world.run(plan, { protection: PROTECTION });
  await world.started('a', 'b');
  world.session('a', 'session-of-a');
  const [a, b] = [aTask('a').id, aTask('b').id];
  for (const path of ['z.ts', 'y.ts']) await world.ask(asking(a, path));
  await world.ask(asking(b, 'x.ts'));
  world.stop();
  await ended;
  const next = world.after(world.records, false);
  const end = next.run(plan, { protection: PROTECTION, records: world.records });
  await next.started('a', 'b');
  expect([next.orders.get('a')?.grants, next.orders.get('b')?.grants]).toEqual([['y.ts', 'z.ts'], []]);
  expect(await next.ask(asking(b, 'z.ts'))).toMatchObject({ answer: 'refused', holder: 'a' });
  for (const task of ['a', 'b']) next.commit(task, `${task}.ts`);
  await end;
});
