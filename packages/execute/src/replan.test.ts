import { NO_USAGE, type Plan, type RunReplanned } from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import { makePlan } from '@breakwater/plan';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPlan, aStream, expecting, ScriptedWorld, settle, states } from './scripted-world.testing.js';

const failed = { end: 'failed', failure: { reason: 'no-change' }, usage: NO_USAGE } as const;

function replans(world: ScriptedWorld): readonly Omit<RunReplanned, 'ev'>[] {
  return world.records.flatMap(({ event }) => {
    if (event.ev !== 'run-replanned') return [];
    const { ev: _, ...rest } = event;
    return [rest];
  });
}

describe('a run in waves plans the rest anew', () => {
  it('when a session wrote what a task of its wave, not yet started, is expected to write', async () => {
    const world = new ScriptedWorld();
    world.slots = 1;
    const ended = world.run(expecting(aPlan([['a', 'b', 'c'], ['d']]), 'b', 'surprise.ts'));
    await world.started('a');
    world.commit('a', 'surprise.ts');
    await world.started('c');
    expect(replans(world)).toEqual([
      { because: { kind: 'drift', task: 'a', paths: ['surprise.ts'] }, moved: ['b'], from: 2, waves: [['b', 'd']] },
    ]);
    world.commit('c', 'c.ts');
    await world.started('b');
    expect(world.orders.get('b')?.base).toBe(world.tip);
    world.commit('b', 'surprise.ts');
    await world.started('d');
    world.commit('d', 'd.ts');
    expect(states(await ended)).toEqual({ a: 'integrated', c: 'integrated', b: 'integrated', d: 'integrated' });
    expect(world.faults()).toEqual([]);
  });

  it('when a task failed and those it blocks leave room for others', async () => {
    const world = new ScriptedWorld();
    const ended = world.run(aPlan([['f', 'p'], ['x', 'q'], ['r']], { x: ['f'] }, 2));
    await world.started('f', 'p');
    world.end('f', failed);
    await settle();
    expect(replans(world)).toEqual([
      { because: { kind: 'failure', task: 'f' }, moved: ['r'], from: 2, waves: [['q', 'r'], ['x']] },
    ]);
    expect(world.state().waves).toEqual([['f', 'p'], ['q', 'r'], ['x']]);
    world.commit('p', 'p.ts');
    await world.started('q', 'r');
    for (const task of ['q', 'r']) world.commit(task, `${task}.ts`);
    expect(states(await ended)).toEqual({ f: 'failed', p: 'integrated', q: 'integrated', r: 'integrated', x: 'blocked' });
    expect(world.faults()).toEqual([]);
  });

  it('when tasks are to run again that stood in waves of their own', async () => {
    const plan = aPlan([['a'], ['b'], ['c']], { c: ['b'] });
    const first = new ScriptedWorld();
    const over = first.run(plan);
    for (const task of ['a', 'b']) {
      await first.started(task);
      first.end(task, failed);
    }
    expect(states(await over)).toEqual({ a: 'failed', b: 'failed', c: 'blocked' });
    const second = await first.reopened(500);
    const ended = second.run(plan, { records: [...second.records] });
    await second.started('a', 'b');
    expect(replans(second)).toEqual([
      { because: { kind: 'tasks', tasks: ['a', 'b'] }, moved: ['b', 'c'], from: 1, waves: [['a', 'b'], ['c']] },
    ]);
    for (const task of ['a', 'b']) second.commit(task, `${task}.ts`);
    await second.started('c');
    second.commit('c', 'c.ts');
    expect(states(await ended)).toEqual({ a: 'integrated', b: 'integrated', c: 'integrated' });
    expect(second.faults()).toEqual([]);
  });

  it('in the next sitting, when a kill came between the failure and the new plan', async () => {
    const plan = aPlan([['f', 'p'], ['x', 'q'], ['r']], { x: ['f'] }, 2);
    const first = new ScriptedWorld();
    void first.run(plan);
    await first.started('f', 'p');
    first.end('f', failed);
    await settle();
    const cut = first.records.findIndex(({ event }) => event.ev === 'run-replanned');
    const second = new ScriptedWorld(500);
    second.records.push(...first.records.slice(0, cut));
    const ended = second.run(plan, { records: first.records.slice(0, cut) });
    await second.started('p');
    expect(replans(second)).toEqual(replans(first));
    second.commit('p', 'p.ts');
    await second.started('q', 'r');
    for (const task of ['q', 'r']) second.commit(task, `${task}.ts`);
    await ended;
    expect(second.faults()).toEqual([]);
  });

  it('and does not where that would change nothing, or where nothing new may start', async () => {
    const quiet = new ScriptedWorld();
    const over = quiet.run(aPlan([['f'], ['x', 'q']], { x: ['f'] }));
    await quiet.started('f');
    quiet.end('f', failed);
    await quiet.started('q');
    quiet.commit('q', 'q.ts');
    await over;
    const halted = new ScriptedWorld();
    const ended = halted.run(aPlan([['f', 'p'], ['x', 'q'], ['r']], { x: ['f'] }, 2), { onFailure: 'no-new' });
    await halted.started('f', 'p');
    halted.end('f', failed);
    await settle();
    halted.commit('p', 'p.ts');
    await ended;
    expect([replans(quiet), replans(halted)]).toEqual([[], []]);
  });
});

describe('a stream', () => {
  it('records who now keeps clear of what a session really wrote', async () => {
    const world = new ScriptedWorld();
    world.slots = 1;
    const ended = world.run(expecting(aStream(['a', 'c']), 'c', 'surprise.ts'));
    await world.started('a');
    world.commit('a', 'surprise.ts');
    await world.started('c');
    expect(replans(world)).toEqual([{ because: { kind: 'drift', task: 'a', paths: ['surprise.ts'] }, moved: ['c'] }]);
    world.commit('c', 'surprise.ts');
    await ended;
    expect(world.faults()).toEqual([]);
  });
});

describe('a stream in which two sessions end at one time', () => {
  it('records of both who keeps clear of them', async () => {
    const world = new ScriptedWorld();
    world.slots = 2;
    const ended = world.run(expecting(expecting(aStream(['a', 'b', 'c', 'd']), 'c', 'one.ts'), 'd', 'two.ts'));
    await world.started('a', 'b');
    world.commit('a', 'one.ts');
    world.commit('b', 'two.ts');
    await world.started('c', 'd');
    expect(replans(world)).toEqual([
      { because: { kind: 'drift', task: 'a', paths: ['one.ts'] }, moved: ['c'] },
      { because: { kind: 'drift', task: 'b', paths: ['two.ts'] }, moved: ['d'] },
    ]);
    world.commit('c', 'one.ts');
    world.commit('d', 'two.ts');
    await ended;
    expect(world.faults()).toEqual([]);
  });
});

const FILES = ['w.ts', 'x.ts', 'y.ts', 'z.ts'];

/** Up to seven tasks that wait for each other, share files and a resource; some declare what they write, some are only expected to. */
const someTasks = fc
  .array(
    fc.record({
      after: fc.array(fc.nat(6), { maxLength: 2 }),
      file: fc.constantFrom(...FILES),
      declares: fc.boolean(),
      needs: fc.boolean(),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((rows) =>
    rows.map(({ after, file, declares, needs }, n) => ({
      file,
      task: aTask(`t${n}`, {
        dependsOn: [...new Set(after)].filter((one) => one < n).map((one) => aTask(`t${one}`).id),
        writes: declares ? [file] : [],
        resources: needs ? [{ name: 'db', amount: 1 }] : [],
      }),
    })),
  );

function planOf(
  rows: readonly { readonly file: string; readonly task: ReturnType<typeof aTask> }[],
  schedule: 'waves' | 'stream',
): Plan {
  const touch = (path: string) => ({ path: path as never, p: 0.9, confidence: 'certain' as const, evidence: [] });
  const none = { reads: [], creates: [], scope: [] };
  return makePlan({
    tasks: rows.map(({ task }) => task),
    touchSets: rows.map(({ task, file }) => ({ task: task.id, writes: [touch(file)], ...none })),
    risks: [],
    base: { commit: aCommit(1), branch: 'main' },
    concurrency: 3,
    caution: 'fast',
    schedule,
    effort: 'low',
    hubs: [],
    capacities: {},
    notes: [],
  });
}

/** Sessions end as luck has it: with the task's own file, with somebody else's, or not at all. */
async function playOut(world: ScriptedWorld, ended: Promise<unknown>, luck: fc.Stream<number>): Promise<void> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  for (let turn = 0; !over && turn < 100; turn += 1) {
    await settle();
    const running = world.running();
    const pick = running[(luck.next().value ?? 0) % Math.max(1, running.length)];
    if (pick === undefined) continue;
    const chance = luck.next().value ?? 0;
    if (chance < 25) world.end(pick, failed);
    else world.commit(pick, FILES[chance % FILES.length] ?? '', `${pick}.ts`);
  }
}

describe('whatever arrives', () => {
  it('moves no task that has started, meets nothing it must not meet, and comes to an end', async () => {
    await fc.assert(
      fc.asyncProperty(
        someTasks,
        fc.constantFrom('waves' as const, 'stream' as const),
        fc.integer({ min: 1, max: 3 }),
        fc.infiniteStream(fc.nat(99)),
        async (rows, schedule, slots, luck) => {
          const tasks = rows.map(({ task }) => task);
          const plan = planOf(rows, schedule);
          let world = new ScriptedWorld();
          for (let sitting = 1; sitting <= 3; sitting += 1) {
            world.slots = slots;
            world.fragile.add('z.ts');
            const ended = world.run(plan, { tasks, records: [...world.records] });
            await playOut(world, ended, luck);
            expect((await ended).outcome).toBe('finished');
            expect(world.faults(tasks)).toEqual([]);
            world = await world.reopened(1000 * sitting);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
