import type { RunState, TaskId } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPlan, BASE, ScriptedWorld } from '../scripted-world.testing.js';

const CHECK = ['npm test'];

/** Tasks a, b, c ... of one wave; the check of each. */
function tasks(names: readonly string[], verify: Readonly<Record<string, readonly string[]>> = {}) {
  return names.map((name) => aTask(name, { verify: verify[name] ?? CHECK }));
}

/** Every task of one wave is done before the first is integrated: the first in plan order ends last. */
async function together(names: readonly string[], world: ScriptedWorld, verify = {}): Promise<RunState> {
  const ended = world.run(aPlan([names], {}, names.length), { tasks: tasks(names, verify) });
  await world.started(...names);
  for (const name of [...names].reverse()) world.commit(name, `${name}.ts`);
  return ended;
}

/** The trees of a and c, of b and d, ... break when both are in it. */
function breakTogether(...pairs: readonly (readonly [string, string])[]): ScriptedWorld['rejects'] {
  return (_, paths) => pairs.some((pair) => pair.every((name) => paths.has(`${name}.ts`)));
}

function outcome(state: RunState): Readonly<Record<string, string>> {
  return Object.fromEntries(state.tasks.map((task) => [task.id, wordFor(task.state)]));
}

function wordFor(state: RunState['tasks'][number]['state']): string {
  if (state.state !== 'failed') return state.state;
  const { failure } = state;
  return failure.reason === 'verify' && failure.together !== undefined
    ? `fails with ${failure.together.join(' ')}`
    : failure.reason;
}

const landed = (state: RunState): readonly TaskId[] => state.chain.map((one) => one.task);

describe('a batch', () => {
  it('is verified once and lands by one move, each task as a commit of its own', async () => {
    const world = new ScriptedWorld();
    const state = await together(['a', 'b', 'c', 'd'], world);
    expect(landed(state)).toEqual(['a', 'b', 'c', 'd']);
    expect(world.verified).toEqual(['d']);
    expect(world.moves).toEqual([state.chain[3]?.commit]);
    expect(new Set(state.chain.map((one) => one.commit)).size).toBe(4);
    expect([...world.passed]).toEqual([state.tip]);
  });

  it('is verified with the commands of all its tasks, each once', async () => {
    const world = new ScriptedWorld();
    const asked: string[] = [];
    world.rejects = (command) => {
      asked.push(command);
      return false;
    };
    await together(['a', 'b', 'c'], world, { b: ['npm run lint', 'npm test'], c: [] });
    expect(asked).toEqual(['npm test', 'npm run lint']);
  });

  it('that breaks only together: the first lands, the culprit is named with whom, the others land', async () => {
    const world = new ScriptedWorld();
    world.rejects = breakTogether(['b', 'd']);
    const state = await together(['a', 'b', 'c', 'd', 'e'], world);
    expect(outcome(state)).toEqual({ a: 'integrated', b: 'integrated', c: 'integrated', d: 'fails with b', e: 'integrated' });
    expect(world.moves.every((move) => world.passed.has(move))).toBe(true);
    expect(world.tip).toBe(state.tip);
  });

  it('with a task that fails by itself gives back that one alone', async () => {
    const world = new ScriptedWorld();
    world.rejects = (_, paths) => paths.has('a.ts');
    expect(outcome(await together(['a', 'b', 'c'], world))).toEqual({ a: 'verify', b: 'integrated', c: 'integrated' });
  });

  it('names those whose own check a task broke', async () => {
    const world = new ScriptedWorld();
    world.rejects = (command, paths) => command === 'check b' && paths.has('c.ts');
    const state = await together(['a', 'b', 'c'], world, { b: ['check b'] });
    expect(outcome(state)).toEqual({ a: 'integrated', b: 'integrated', c: 'fails with b' });
  });

  it('leaves a task that conflicts with another until that other is in, and then holds it', async () => {
    const world = new ScriptedWorld();
    world.fragile.add('shared.ts');
    const ended = world.run(aPlan([['a', 'b', 'c']]), { tasks: tasks(['a', 'b', 'c']) });
    await world.started('a', 'b', 'c');
    world.commit('c', 'c.ts');
    world.commit('b', 'shared.ts');
    world.commit('a', 'shared.ts');
    const state = await ended;
    expect(outcome(state)).toEqual({ a: 'integrated', b: 'held', c: 'integrated' });
    expect(world.verified).toEqual(['c']);
  });

  it('integrates a task that conflicts only with one that was given back', async () => {
    const world = new ScriptedWorld();
    world.fragile.add('shared.ts');
    world.rejects = (_, paths) => paths.has('a.ts');
    const ended = world.run(aPlan([['a', 'b', 'c']]), { tasks: tasks(['a', 'b', 'c']) });
    await world.started('a', 'b', 'c');
    world.commit('c', 'c.ts');
    world.commit('b', 'shared.ts');
    world.commit('a', 'a.ts', 'shared.ts');
    expect(outcome(await ended)).toEqual({ a: 'verify', b: 'integrated', c: 'integrated' });
  });

  it('holds a task that brings what nobody could check out, and lands the others', async () => {
    const world = new ScriptedWorld();
    world.unfit.add('b.ts');
    const state = await together(['a', 'b', 'c', 'd'], world);
    expect(outcome(state)).toEqual({ a: 'integrated', b: 'held', c: 'integrated', d: 'integrated' });
    expect(state.tasks[1]?.state).toMatchObject({ paths: ['b.ts'], faults: [{ rule: 'git-name', path: 'b.ts' }] });
    expect(world.moves.every((move) => world.passed.has(move))).toBe(true);
  });

  it('blames nobody for a base that is red, says so once, and lets in the task that mends it', async () => {
    const world = new ScriptedWorld();
    world.rejects = (_, paths) => !paths.has('c.ts');
    const state = await together(['a', 'b', 'c', 'd'], world);
    expect(outcome(state)).toEqual({ a: 'integrated', b: 'integrated', c: 'integrated', d: 'integrated' });

    const red = new ScriptedWorld();
    red.rejects = () => true;
    const all = await together(['a', 'b', 'c'], red);
    expect(outcome(all)).toEqual({ a: 'base-red', b: 'base-red', c: 'base-red' });
    expect(red.records.filter(({ event }) => event.ev === 'base-red')).toMatchObject([
      { event: { commit: BASE, command: 'npm test', exitCode: 1 } },
    ]);
    expect(red.verified).toHaveLength(5);
    expect(red.moves).toEqual([]);
  });

  it('blames nobody when the place failed and not a tree, but pauses the run', async () => {
    const world = new ScriptedWorld();
    const ports = world.ports.bind(world);
    world.ports = () => ({
      ...ports(),
      lanes: { ...ports().lanes, verify: async () => ({ end: 'failed', failure: { reason: 'worktree', message: 'disk full' } }) },
    });
    const state = await together(['a', 'b'], world);
    expect(outcome(state)).toEqual({ a: 'committed', b: 'committed' });
    expect(state).toMatchObject({ outcome: 'interrupted', stoppedBy: 'nothing can be verified: disk full' });
  });
});

describe('after a kill', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];

  /** The run as it would have ended, and its records. */
  async function undisturbed(rejects: ScriptedWorld['rejects']) {
    const world = new ScriptedWorld();
    world.rejects = rejects;
    return { state: await together(names, world), world };
  }

  it('at any record of a batch the run goes on to the same end', async () => {
    const rejects = breakTogether(['a', 'd'], ['c', 'e']);
    const { state, world } = await undisturbed(rejects);
    expect(outcome(state)).toEqual({ a: 'integrated', b: 'integrated', c: 'integrated', d: 'fails with a', e: 'fails with c' });
    const first = world.records.findIndex(({ event }) => event.ev === 'batch-failed');
    for (let cut = first; cut < world.records.length - 1; cut += 1) {
      const records = world.records.slice(0, cut + 1);
      for (const branchIsAhead of [false, true]) {
        const next = world.after(records, branchIsAhead);
        next.rejects = rejects;
        const end = await next.run(aPlan([names], {}, names.length), { tasks: tasks(names), records });
        expect({ cut, branchIsAhead, ...outcome(end) }).toEqual({ cut, branchIsAhead, ...outcome(state) });
        expect(landed(end)).toEqual(landed(state));
        expect(next.tip).toBe(end.tip);
      }
    }
  });

  it('in the middle of a search nobody is blamed: the task is still there for the next sitting', async () => {
    const world = new ScriptedWorld();
    world.rejects = breakTogether(['a', 'b']);
    world.beforeVerify = () => {
      if (world.verified.length === 3) world.stop();
    };
    const state = await together(['a', 'b'], world);
    expect(state.outcome).toBe('interrupted');
    expect(outcome(state)['b']).toBe('committed');
  });
});

describe('whatever breaks together', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const pair = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names));

  /** What one after another gives: a task lands when the tree with it passes. */
  function oneByOne(rejects: ScriptedWorld['rejects']): readonly string[] {
    const chain: string[] = [];
    for (const name of names) {
      const paths = new Set([...chain, name].map((one) => `${one}.ts`));
      if (!rejects('npm test', paths)) chain.push(name);
    }
    return chain;
  }

  it('the branch only moves to trees that passed, and what lands is what would land one by one, however quick each was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { maxLength: 5 }), fc.shuffledSubarray(names, { minLength: 6 }), async (pairs, order) => {
        const world = new ScriptedWorld();
        world.rejects = breakTogether(...pairs);
        const ended = world.run(aPlan([names], {}, 6), { tasks: tasks(names) });
        await world.started(...names);
        for (const name of order) {
          world.commit(name, `${name}.ts`);
          for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
        }
        const state = await ended;
        expect(landed(state)).toEqual(oneByOne(world.rejects));
        expect(world.moves.filter((move) => !world.passed.has(move))).toEqual([]);
        for (const task of state.tasks) expect(['integrated', 'failed']).toContain(task.state.state);
      }),
      { numRuns: 150 },
    );
  });

  it('a culprit is named with one that it really breaks with', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { minLength: 1, maxLength: 4 }), async (pairs) => {
        const world = new ScriptedWorld();
        world.rejects = breakTogether(...pairs);
        for (const { id, state } of (await together(names, world)).tasks) {
          if (state.state !== 'failed' || state.failure.reason !== 'verify') continue;
          const others = state.failure.together ?? [id];
          expect(others).toHaveLength(1);
          const named = [id, others[0]].sort().join();
          expect(pairs.map((one) => [...one].sort().join())).toContain(named);
        }
      }),
      { numRuns: 100 },
    );
  });
});
