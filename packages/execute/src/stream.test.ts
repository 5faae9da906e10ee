import { NO_USAGE } from '@breakwater/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aStream, BASE, expecting, ScriptedWorld, settle, states } from './scripted-world.testing.js';

describe('a stream', () => {
  it('starts a task as soon as what it waits for is integrated, on that very tip, while others still work', async () => {
    // slow; quick -> next
    const world = new ScriptedWorld();
    const ended = world.run(aStream(['slow', 'quick', 'next'], { after: { next: ['quick'] } }));
    await world.started('slow', 'quick');
    await settle();
    expect(world.running()).toEqual(['quick', 'slow']);
    world.commit('quick', 'quick.ts');
    await world.started('next');
    expect(world.running()).toEqual(['next', 'slow']);
    expect(world.orders.get('next')?.base).toBe(world.tip);
    expect(world.tip).not.toBe(BASE);
    world.commit('next', 'next.ts');
    await settle();
    expect(states(world.state())).toEqual({ slow: 'running', quick: 'integrated', next: 'integrated' });
    world.commit('slow', 'slow.ts');
    expect((await ended).outcome).toBe('finished');
  });

  it('keeps a task waiting while one it conflicts with is not integrated, though its session is over', async () => {
    const world = new ScriptedWorld();
    const seen: (readonly string[])[] = [];
    world.beforeAdvance = () => void seen.push(world.running());
    const ended = world.run(aStream(['a', 'b', 'c'], { apart: ['a b'] }));
    await world.started('a', 'c');
    await settle();
    expect(world.running()).toEqual(['a', 'c']);
    world.commit('a', 'shared.ts');
    await world.started('b');
    expect(seen).toEqual([['c']]);
    expect(world.orders.get('b')?.base).toBe(world.tip);
    world.commit('b', 'shared.ts');
    world.commit('c', 'c.ts');
    expect(states(await ended)).toEqual({ a: 'integrated', b: 'integrated', c: 'integrated' });
  });

  it('integrates whose work is there first and never waits for the others', async () => {
    const world = new ScriptedWorld();
    const ended = world.run(aStream(['a', 'b', 'c']));
    await world.started('a', 'b', 'c');
    for (const task of ['c', 'a', 'b']) {
      world.commit(task, `${task}.ts`);
      await settle();
    }
    await ended;
    const chain = world.records.flatMap(({ event }) => (event.ev === 'task-integrated' ? [event.task] : []));
    expect(chain).toEqual(['c', 'a', 'b']);
  });

  it('lets go of what a failed task kept away, and blocks what depends on it', async () => {
    const world = new ScriptedWorld();
    const ended = world.run(aStream(['a', 'rival', 'later'], { apart: ['a rival'], after: { later: ['a'] } }));
    await world.started('a');
    await settle();
    expect(world.running()).toEqual(['a']);
    world.end('a', { end: 'failed', failure: { reason: 'no-change' }, usage: NO_USAGE });
    await world.started('rival');
    world.commit('rival', 'x.ts');
    expect(states(await ended)).toEqual({ a: 'failed', rival: 'integrated', later: 'blocked' });
  });

  it('learns from what a session really wrote: who is expected there waits until that work is integrated', async () => {
    // One lane: c starts when a's session is over; a wrote what c is expected to write, so it waits for the integration.
    const world = new ScriptedWorld();
    world.slots = 1;
    const seen: (readonly string[])[] = [];
    world.beforeAdvance = () => void seen.push(world.running());
    const ended = world.run(expecting(aStream(['a', 'c']), 'c', 'surprise.ts'));
    await world.started('a');
    world.commit('a', 'surprise.ts');
    await world.started('c');
    expect(seen).toEqual([[]]);
    expect(world.orders.get('c')?.base).toBe(world.tip);
    world.commit('c', 'surprise.ts');
    expect(states(await ended)).toEqual({ a: 'integrated', c: 'integrated' });
  });

  it('names the files of those at work now in the prompt, and the work beside it in the record', async () => {
    const world = new ScriptedWorld();
    const plan = expecting(aStream(['a', 'b', 'c'], { concurrency: 2, after: { c: ['a'] } }), 'b', 'b.ts');
    const ended = world.run(plan);
    await world.started('a', 'b');
    world.commit('a', 'a.ts');
    await world.started('c');
    expect(world.orders.get('c')?.prompt).toContain('- b: b.ts');
    expect(world.orders.get('c')?.prompt).not.toContain('- a:');
    world.commit('b', 'b.ts');
    await settle();
    world.commit('c', 'b.ts', 'a.ts');
    const c = (await ended).tasks.find(({ id }) => id === 'c');
    expect(c?.state).toMatchObject({ work: { drift: { alsoChangedBy: [{ path: 'b.ts', task: 'b' }] } } });
  });

  it('gives an interrupted task its turn back on resume, before its rival', async () => {
    const after = { rival: ['gate'], 'after-rival': ['rival'] };
    const plan = aStream(['gate', 'rival', 'a', 'after-rival'], { apart: ['rival a'], after });
    const first = new ScriptedWorld();
    const begun = first.run(plan);
    await first.started('gate', 'a');
    first.commit('gate', 'gate.ts');
    await settle();
    first.stop();
    expect(states(await begun)).toMatchObject({ gate: 'integrated', a: 'pending', rival: 'pending' });
    const second = new ScriptedWorld(1000);
    second.tip = first.tip;
    for (const [commit, parents] of first.parents) second.parents.set(commit, parents);
    for (const [commit, paths] of first.changed) second.changed.set(commit, paths);
    second.records.push(...first.records);
    const ended = second.run(plan, { records: first.records });
    await second.started('a');
    await settle();
    // By urgency the rival would go first, for a third task waits for it.
    expect(second.running()).toEqual(['a']);
    expect(second.orders.get('a')?.base).toBe(first.tip);
    second.commit('a', 'shared.ts');
    await second.started('rival');
    second.commit('rival', 'shared.ts');
    await second.started('after-rival');
    second.commit('after-rival', 'x.ts');
    expect((await ended).outcome).toBe('finished');
  });
});

describe('any stream', () => {
  it('starts nothing twice or beside what it must not meet, keeps the limit and the order, and ends', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const pairs = fc.subarray(
      names.flatMap((a, n) => names.slice(n + 1).map((b) => [a, b] as const)),
      { maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        pairs,
        fc.array(fc.boolean(), { minLength: 15, maxLength: 15 }),
        fc.infiniteStream(fc.nat()),
        async (slots, edges, ordered, picks) => {
          const after: Record<string, string[]> = {};
          const apart: string[] = [];
          for (const [n, [a, b]] of edges.entries()) {
            if (ordered[n] === true) after[b] = [...(after[b] ?? []), a];
            else apart.push(`${a} ${b}`);
          }
          const world = new ScriptedWorld();
          world.slots = slots;
          const ended = world.run(aStream(names, { after, apart }));
          let over = false;
          void ended.then(() => {
            over = true;
          });
          for (let turn = 0; !over && turn < 100; turn += 1) {
            await settle();
            const running = world.running();
            expect(running.length).toBeLessThanOrEqual(slots);
            for (const pair of apart) expect(pair.split(' ').every((one) => running.includes(one))).toBe(false);
            const integrated = world
              .state()
              .tasks.filter(({ state }) => state.state === 'integrated')
              .map(({ id }) => id as string);
            for (const task of running) expect(integrated).toEqual(expect.arrayContaining(after[task] ?? []));
            const pick = running[(picks.next().value ?? 0) % Math.max(1, running.length)];
            if (pick !== undefined) world.commit(pick, `${pick}.ts`);
          }
          expect(states(await ended)).toEqual(Object.fromEntries(names.map((name) => [name, 'integrated'])));
          const starts = world.records.filter(({ event }) => event.ev === 'task-started');
          expect(starts).toHaveLength(names.length);
          expect(world.faults()).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
