import { type LaneEnd, NO_USAGE, type RunState, type TaskFailure } from '@breakwater/model';
import { aCommit } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { aPlan, ScriptedWorld } from './scripted-world.testing.js';

const overloaded: TaskFailure = { reason: 'api-error', status: 529, message: 'overloaded' };
const failed = (failure: TaskFailure): LaneEnd => ({ end: 'failed', failure, usage: NO_USAGE });

function states(state: RunState): Record<string, string> {
  return Object.fromEntries(state.tasks.map((task) => [task.id, task.state.state]));
}

/** Lets everything that can happen without the test's word happen. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
}

function whyStopped(world: ScriptedWorld): string | undefined {
  return world.records.flatMap(({ event }) => (event.ev === 'run-interrupted' ? [event.why] : []))[0];
}

describe('a failure that passes', () => {
  const retry = { times: 2, seconds: 30 };

  it('begins a task anew at once, and only once, whose folder somebody deleted', async () => {
    const world = new ScriptedWorld();
    const ended = world.run(aPlan([['a']]));
    for (const attempt of [1, 2]) {
      await world.started('a');
      expect(world.orders.get('a')?.id.attempt).toBe(attempt);
      world.end('a', failed({ reason: 'lost', message: 'it is gone', gone: true }));
    }
    expect((await ended).tasks[0]).toMatchObject({ attempts: 2, state: { state: 'failed', failure: { reason: 'lost' } } });
  });

  it('starts the task again by itself, each time after twice as long, and then lets it fail', async () => {
    const world = new ScriptedWorld();
    const ended = world.run(aPlan([['a']]), { retry });
    for (const [attempt, seconds] of [
      [1, 30],
      [2, 60],
    ] as const) {
      await world.started('a');
      expect(world.orders.get('a')?.id.attempt).toBe(attempt);
      world.end('a', failed(overloaded));
      await settle();
      world.pass(seconds - 1);
      await settle();
      expect(world.running()).toEqual([]);
      world.pass(1);
    }
    await world.started('a');
    world.end('a', failed(overloaded));
    expect((await ended).tasks[0]).toMatchObject({ attempts: 3, retries: 2, state: { state: 'failed', failure: overloaded } });
  });

  it('keeps what the attempt had done, gives its place back, and holds up nobody else', async () => {
    const world = new ScriptedWorld();
    const ended = world.run(aPlan([['a', 'b']], {}, 1), { retry });
    await world.started('a');
    world.end('a', { ...failed(overloaded), commit: aCommit(7) } as LaneEnd);
    await world.started('b');
    expect([world.kept, world.closed]).toEqual([[`a/1 ${aCommit(7)}`], ['a']]);
    world.commit('b', 'b.ts');
    await settle();
    world.pass(30);
    await world.started('a');
    world.commit('a', 'a.ts');
    expect(states(await ended)).toEqual({ a: 'integrated', b: 'integrated' });
  });

  it.each([400, 401, 404])('is not one with status %d', async (status) => {
    const world = new ScriptedWorld();
    const ended = world.run(aPlan([['a']]), { retry });
    await world.started('a');
    world.end('a', failed({ ...overloaded, status }));
    expect(states(await ended)).toEqual({ a: 'failed' });
  });

  it('is waited for no longer when a person asks to stop', async () => {
    const world = new ScriptedWorld();
    const ended = world.run(aPlan([['a']]), { retry });
    await world.started('a');
    world.end('a', failed(overloaded));
    await settle();
    world.stop();
    expect((await ended).outcome).toBe('interrupted');
  });
});

describe('the limit of the account', () => {
  it('pauses the whole run until it is lifted, and costs no task a retry', async () => {
    const world = new ScriptedWorld();
    const until = new Date(world.clock.time + 3600_000).toISOString();
    const ended = world.run(aPlan([['a', 'b']], {}, 1));
    await world.started('a');
    world.end('a', failed({ reason: 'account-limit', until, message: 'the usage limit of the account is reached' }));
    await settle();
    world.pass(3599);
    await settle();
    expect(world.running()).toEqual([]);
    expect(world.state().pace.paused).toEqual({ why: 'the usage limit of the account is reached', until });
    world.pass(1);
    await world.started('a');
    world.commit('a', 'a.ts');
    await world.started('b');
    world.commit('b', 'b.ts');
    expect(states(await ended)).toEqual({ a: 'integrated', b: 'integrated' });
  });
});

describe('a limit that is lifted', () => {
  it.each([
    ['at a time that has passed', -1],
    ['in years', 3 * 365 * 24 * 3600],
  ])('%s, by a clock that is wrong, is asked about again in a quarter of an hour', async (_, seconds) => {
    const world = new ScriptedWorld();
    const until = new Date(world.clock.time + seconds * 1000).toISOString();
    const ended = world.run(aPlan([['a']]));
    await world.started('a');
    world.end('a', failed({ reason: 'account-limit', until, message: 'the usage limit of the account is reached' }));
    await settle();
    expect(world.state().pace.paused?.until).toBe(new Date(world.clock.time + 900_000).toISOString());
    world.pass(900);
    await world.started('a');
    world.commit('a', 'a.ts');
    await ended;
  });
});

describe('after a failure', () => {
  const broken = failed({ reason: 'no-change' });

  it('no-new lets what runs come to its end and be integrated, and starts nothing more', async () => {
    const world = new ScriptedWorld();
    const ended = world.run(aPlan([['a', 'b', 'c']], {}, 2), { onFailure: 'no-new' });
    await world.started('a', 'b');
    world.end('a', broken);
    await settle();
    world.commit('b', 'b.ts');
    const state = await ended;
    expect([states(state), state.outcome]).toEqual([{ a: 'failed', b: 'integrated', c: 'pending' }, 'interrupted']);
    expect(whyStopped(world)).toBe('a task failed, and after a failure nothing new is started');
  });

  it('kill ends what runs as well', async () => {
    const world = new ScriptedWorld();
    const ended = world.run(aPlan([['a', 'b', 'c']], {}, 2), { onFailure: 'kill' });
    await world.started('a', 'b');
    world.end('a', broken);
    const state = await ended;
    expect([states(state), state.outcome]).toEqual([{ a: 'failed', b: 'pending', c: 'pending' }, 'interrupted']);
  });

  it('a resumed run goes on with the rest, for that is what the person asked for', async () => {
    const first = new ScriptedWorld();
    const plan = aPlan([['a', 'b']], {}, 1);
    const stopped = first.run(plan, { onFailure: 'no-new' });
    await first.started('a');
    first.end('a', broken);
    await stopped;
    const second = new ScriptedWorld(500);
    second.records.push(...first.records);
    const ended = second.run(plan, { onFailure: 'no-new', records: first.records });
    await second.started('b');
    second.commit('b', 'b.ts');
    expect(states(await ended)).toEqual({ a: 'failed', b: 'integrated' });
  });
});

describe('room', () => {
  it('two sessions in a row that the provider turned away halve what runs at once', async () => {
    const world = new ScriptedWorld();
    const ended = world.run(aPlan([['a', 'b', 'c', 'd', 'e', 'f']], {}, 4));
    await world.started('a', 'b', 'c', 'd');
    for (const task of ['a', 'b']) world.end(task, failed(overloaded));
    await settle();
    expect(world.running()).toEqual(['c', 'd']);
    world.commit('c', 'c.ts');
    await world.started('e', 'f');
    for (const task of ['d', 'e', 'f']) world.commit(task, `${task}.ts`);
    await ended;
  });

  it('a place with no room at all ends the run with what is lacking', async () => {
    const world = new ScriptedWorld();
    world.slots = 0;
    const state = await world.run(aPlan([['a']]));
    expect([state.outcome, whyStopped(world)]).toEqual(['interrupted', 'the disk is full']);
  });
});
