import type { HubRule, RunState } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { aPlan, ScriptedWorld, states } from '../scripted-world.testing.js';
import { settleByHubs } from './hub-policies.js';

const MAKE = 'make lock';
const HUBS: readonly HubRule[] = [
  { files: ['apart.txt', 'log.md'], policy: 'serialize' },
  { files: ['*.md'], policy: 'union' },
  { files: ['*.lock'], policy: 'regenerate', command: MAKE },
  { files: ['stamp', 'a.lock'], policy: 'ignore' },
];

/** Tasks of one wave with the paths they change, integrated in this order. */
async function run(world: ScriptedWorld, changed: Readonly<Record<string, readonly string[]>>): Promise<RunState> {
  const names = Object.keys(changed);
  for (const path of ['log.md', 'x.lock', 'stamp', 'code.ts']) world.fragile.add(path);
  const tasks = names.map((name) => aTask(name, { verify: ['npm test'] }));
  const ended = world.run(aPlan([names], {}, names.length), { tasks, hubs: HUBS });
  await world.started(...names);
  for (const name of [...names].reverse()) world.commit(name, ...(changed[name] ?? []));
  return ended;
}

const notes = ({ records }: ScriptedWorld) => records.flatMap(({ event }) => (event.ev === 'note' ? [event.text] : []));

it.each([
  ['apart.txt', undefined],
  ['log.md', 'union'],
  ['LOG.MD', 'union'],
  ['x.lock', 'ours'],
  ['a.lock', 'ours'],
  ['stamp', 'ours'],
  ['code.ts', undefined],
])('a conflict in %s is settled by %s', (path, by) => {
  expect(settleByHubs(HUBS)(path)).toBe(by);
});

describe('files of hubs', () => {
  it('that conflict hold nobody, and all is verified at once', async () => {
    const world = new ScriptedWorld();
    const state = await run(world, { a: ['log.md'], b: ['log.md'], c: ['log.md'] });
    expect(states(state)).toEqual({ a: 'integrated', b: 'integrated', c: 'integrated' });
    expect([world.verified, world.regenerated]).toEqual([['c'], []]);
  });

  it('hold the task when another file conflicts as well, and only that one is named', async () => {
    const world = new ScriptedWorld();
    const state = await run(world, { a: ['log.md', 'code.ts'], b: ['log.md', 'code.ts'] });
    expect(state.tasks[1]?.state).toMatchObject({ state: 'held', paths: ['code.ts'], with: ['a'] });
  });

  it('that are ignored stay, which is said once', async () => {
    const world = new ScriptedWorld();
    await run(world, { a: ['stamp'], b: ['stamp'] });
    expect(notes(world)).toEqual(['stamp stays as it was integrated before: the policy of that hub is to ignore what conflicts']);
  });
});

describe('files to be made anew', () => {
  it('are for each task that meets one, before all is verified at once; the branch moves to what was made', async () => {
    const world = new ScriptedWorld();
    world.alsoWritten = ['stray.txt'];
    const state = await run(world, { a: ['x.lock'], b: ['x.lock'], c: ['y.lock'], d: ['y.lock'] });
    expect(states(state)).toEqual({ a: 'integrated', b: 'integrated', c: 'integrated', d: 'integrated' });
    const [, b, , d] = state.chain.map(({ commit }) => commit);
    expect(world.regenerated).toEqual([`*.lock ${b}`, `*.lock ${d}`]);
    expect([world.verified, world.moves, [...world.passed]]).toEqual([['d'], [d], [d]]);
    const said = `left out what else changed when files were made anew by ${MAKE}: stray.txt`;
    expect(notes(world)).toEqual([said, said]);
  });

  it('are made anew for work that was taken up again and had them settled, though it did not change them', async () => {
    const world = new ScriptedWorld();
    world.fragile.add('code.ts');
    const tasks = ['a', 'b'].map((name) => aTask(name));
    const ended = world.run(aPlan([['a', 'b']], {}, 2), { tasks, hubs: HUBS, reworks: 1 });
    await world.started('a', 'b');
    world.commit('b', 'code.ts', 'x.lock');
    world.commit('a', 'code.ts', 'x.lock');
    await world.started('b');
    expect(world.regenerated).toEqual([]);
    world.settledInPlace.push('x.lock', 'stamp', 'log.md');
    world.commit('b', 'code.ts');
    const state = await ended;
    const [, b] = state.chain.map(({ commit }) => commit);
    expect([states(state), world.regenerated]).toEqual([{ a: 'integrated', b: 'integrated' }, [`*.lock ${b}`]]);
    expect(notes(world)).toEqual(['stamp stays as it was integrated before: the policy of that hub is to ignore what conflicts']);
  });

  it('give back the one task with which that fails, and the others land', async () => {
    const world = new ScriptedWorld();
    world.rejects = (command, paths) => command === MAKE && paths.has('bad.ts');
    const state = await run(world, { a: ['x.lock'], b: ['x.lock', 'bad.ts'], c: ['x.lock'] });
    expect(states(state)).toEqual({ a: 'integrated', b: 'failed', c: 'integrated' });
    expect(state.tasks[1]?.state).toMatchObject({ failure: { reason: 'verify', command: MAKE, tail: 'no' } });
  });

  it('blame no task when that fails on the tip as well', async () => {
    const world = new ScriptedWorld();
    world.rejects = (command) => command === MAKE;
    const state = await run(world, { a: ['x.lock'], b: ['x.lock'] });
    expect(state.tasks.map((task) => task.state)).toMatchObject([
      { state: 'integrated' },
      { state: 'failed', failure: { reason: 'base-red', command: MAKE } },
    ]);
  });

  it('end the same after a kill at any record', async () => {
    const changed = { a: ['x.lock'], b: ['x.lock'], c: ['c.ts'] };
    const first = new ScriptedWorld();
    await run(first, changed);
    const done = first.records.findIndex(({ event }) => event.ev === 'task-integrated');
    const begun = first.records.findLastIndex(({ event }) => event.ev === 'task-committed') + 1;
    for (let cut = begun; cut <= done + 2; cut += 1) {
      for (const ahead of [false, true]) {
        const next = first.after(first.records.slice(0, cut), ahead);
        const tasks = Object.keys(changed).map((name) => aTask(name, { verify: ['npm test'] }));
        const state = await next.run(aPlan([Object.keys(changed)], {}, 3), { tasks, hubs: HUBS, records: [...next.records] });
        expect([cut, states(state)]).toEqual([cut, { a: 'integrated', b: 'integrated', c: 'integrated' }]);
        expect(next.tip).toBe(state.tip);
      }
    }
  });
});
