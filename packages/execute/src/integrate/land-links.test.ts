import type { RunState } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { aPlan, ScriptedWorld } from '../scripted-world.testing.js';

const NAMES = ['a', 'b', 'c', 'd'];

/** Four tasks of one wave that are all done before the first is integrated. */
async function together(world: ScriptedWorld): Promise<RunState> {
  const tasks = NAMES.map((name) => aTask(name, { verify: ['npm test'] }));
  const ended = world.run(aPlan([NAMES], {}, NAMES.length), { tasks });
  await world.started(...NAMES);
  for (const name of [...NAMES].reverse()) world.commit(name, `${name}.ts`);
  return ended;
}

function outcome(state: RunState): Readonly<Record<string, string>> {
  return Object.fromEntries(
    state.tasks.map(({ id, state: one }) => [id, one.state === 'failed' ? one.failure.reason : one.state]),
  );
}

/** The branch goes forward to a tree with this file, before the first moves of ours and as often. */
function movedBySomebody(times: number): ScriptedWorld {
  const world = new ScriptedWorld();
  let left = times;
  world.beforeAdvance = () => {
    if (left-- > 0) world.moveTip(true, `theirs-${left}.ts`);
  };
  return world;
}

describe('a branch that somebody else moves forward', () => {
  it('is landed on, with what they did below, while that happens seldom enough', async () => {
    for (const times of [1, 2]) {
      const world = movedBySomebody(times);
      expect(outcome(await together(world))).toEqual({ a: 'integrated', b: 'integrated', c: 'integrated', d: 'integrated' });
      expect([world.moves, world.verified]).toEqual([[world.tip], Array(times + 1).fill('d')]);
      expect(world.passed.has(world.tip)).toBe(true);
    }
  });

  it('time and again gives all back that would have landed together', async () => {
    const world = movedBySomebody(3);
    expect(outcome(await together(world))).toEqual({ a: 'integration', b: 'integration', c: 'integration', d: 'integration' });
    expect(world.moves).toEqual([]);
  });

  it('once counts once, however many tasks are given back for what breaks with it', async () => {
    const world = movedBySomebody(1);
    world.rejects = (_, paths) => paths.has('theirs-0.ts') && ['a.ts', 'b.ts', 'c.ts'].some((path) => paths.has(path));
    const state = await together(world);
    expect(outcome(state)).toEqual({ a: 'verify', b: 'verify', c: 'verify', d: 'integrated' });
    expect(world.records.filter(({ event }) => event.ev === 'note')).toHaveLength(1);
    expect(world.tip).toBe(state.tip);
  });

  it('to a tree that fails by itself is red, which is asked once and no task’s fault', async () => {
    const world = movedBySomebody(1);
    world.rejects = (_, paths) => paths.has('theirs-0.ts');
    expect(outcome(await together(world))).toEqual({ a: 'base-red', b: 'base-red', c: 'base-red', d: 'base-red' });
    const red = world.records.flatMap(({ event }) => (event.ev === 'base-red' ? [event.commit] : []));
    expect([red, world.moves]).toEqual([[world.tip], []]);
  });
});
