import { commitId, foldRun, NO_USAGE, type RunState } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { aPlan, RUN, ScriptedWorld } from './scripted-world.testing.js';

const ONCE = { reworks: 1 };

/** Tasks a and b have both changed shared.ts, and a is integrated: b collides. Resolves when b works again. */
async function collided(world: ScriptedWorld, plan = aPlan([['a', 'b', 'c']])): Promise<{ readonly ended: Promise<RunState> }> {
  world.fragile.add('shared.ts');
  const ended = world.run(plan, ONCE);
  await world.started('a', 'b', 'c');
  world.session('b', 'session-of-b');
  world.commit('c', 'c.ts');
  world.commit('b', 'shared.ts', 'b.ts');
  world.commit('a', 'shared.ts');
  await world.started('b');
  return { ended };
}

describe('a task that collides', () => {
  it('goes back to its own session, on the new tip, in its place, and is told what happened', async () => {
    const world = new ScriptedWorld();
    const { ended } = await collided(world);
    const order = world.orders.get('b');
    expect(order).toMatchObject({
      id: { task: 'b', attempt: 2, place: 1 },
      branch: 'breakwater/7f3a/b@2',
      base: world.tip,
      again: { why: 'collision', conversation: { session: 'session-of-b' } },
    });
    expect(order?.again?.conversation?.prompt).toMatchInlineSnapshot(`
      "Your work on this task is done and committed, but it cannot be integrated: task a was integrated first and changed the same lines.
      These files conflict:
      - shared.ts
      The integrated state (000000000000) is now being merged into your worktree. Where git could not decide, the files hold conflict markers: <<<<<<< is your work, >>>>>>> is what is integrated.
      Resolve every conflict so that both purposes are kept, look whether the rest of your work still fits, then git add the files and git commit to conclude the merge.
      Do not undo what the other task did, do not abort the merge, do not reset. Your earlier commit stays in the history.
      "
    `);
    expect(order?.prompt.startsWith('Do b.')).toBe(true);
    expect(order?.prompt.endsWith(order.again?.conversation?.prompt ?? '-')).toBe(true);
    world.commit('b', 'shared.ts', 'b.ts');
    const state = await ended;
    expect(state.chain.map(({ task }) => task)).toEqual(['a', 'b', 'c']);
    expect(world.kept.map((one) => one.split(' ')[0])).toEqual(['c/1', 'b/1', 'a/1', 'b/2']);
    expect([...new Set(world.closed)].sort()).toEqual(['a', 'b', 'c']);
  });

  it('is handed to the person when it collides once more', async () => {
    const world = new ScriptedWorld();
    const { ended } = await collided(world);
    world.commit('b', 'shared.ts');
    // Before it can be integrated, somebody else changes the same lines on the branch.
    world.moveTip(true, 'shared.ts');
    const state = await ended;
    expect(state.tasks[1]?.state).toMatchObject({ state: 'held', attempt: 2, paths: ['shared.ts'] });
    expect(state.outcome).toBe('finished');
  });

  it('is handed to the person when its session fails, with the work it had', async () => {
    const world = new ScriptedWorld();
    const { ended } = await collided(world);
    const failure = { reason: 'session-failed', exitCode: 0, message: 'it left conflict markers in shared.ts' } as const;
    world.end('b', { end: 'failed', failure, usage: NO_USAGE });
    const state = await ended;
    expect(state.tasks[1]?.state).toMatchObject({ state: 'held', attempt: 1, paths: ['shared.ts'], with: ['a'], failure });
    expect(state.chain.map(({ task }) => task)).toEqual(['a', 'c']);
  });

  it('holds its files while it waits for its second try, and those behind it wait', async () => {
    const world = new ScriptedWorld();
    world.slots = 2;
    world.fragile.add('shared.ts');
    const ended = world.run(aPlan([['a', 'b', 'c']]), { ...ONCE, protection: { fence: 'open', guard: 'each-write' } });
    await world.started('a', 'b');
    world.commit('b', 'shared.ts', 'b.ts');
    await world.started('c');
    world.commit('a', 'shared.ts');
    await world.started('b');
    const ask = { ask: 'write', id: { run: RUN, task: aTask('c').id, attempt: 1 }, path: 'b.ts' } as const;
    expect(await world.ask(ask)).toMatchObject({ answer: 'refused', holder: 'b' });
    expect(world.orders.get('b')?.grants).toEqual(['b.ts', 'shared.ts']);
    world.commit('c', 'c.ts');
    world.commit('b', 'shared.ts');
    expect((await ended).chain.map(({ task }) => task)).toEqual(['a', 'b', 'c']);
  });

  it('killed at any record of its second try, goes on to the same end', async () => {
    const first = new ScriptedWorld();
    const { ended } = await collided(first);
    first.commit('b', 'shared.ts');
    await ended;
    const begun = first.records.findIndex(({ event }) => event.ev === 'task-held');
    for (let cut = begun; cut < first.records.length - 1; cut += 1) {
      const records = first.records.slice(0, cut + 1);
      const world = first.after(records, false);
      world.fragile.add('shared.ts');
      const open = foldRun(records).tasks[1]?.state.state;
      const second = world.run(aPlan([['a', 'b', 'c']]), { ...ONCE, records });
      if (open === 'held' || open === 'running') {
        await world.started('b');
        expect(world.orders.get('b')).toMatchObject({ id: { place: 1 }, again: { why: 'collision' } });
        world.commit('b', 'shared.ts');
      }
      const state = await second;
      expect({ cut, chain: state.chain.map(({ task }) => task) }).toEqual({ cut, chain: ['a', 'b', 'c'] });
    }
  });
});

describe('a session that was cut off', () => {
  it('goes on in its own conversation and place when the run is resumed', async () => {
    const first = new ScriptedWorld();
    const stopped = first.run(aPlan([['a']]));
    await first.started('a');
    first.session('a', 'session-of-a');
    first.stop();
    const { records } = first;
    expect((await stopped).tasks[0]?.state).toMatchObject({ state: 'pending', again: { why: 'interrupted', place: 1 } });
    const world = new ScriptedWorld(500);
    const ended = world.run(aPlan([['a']]), { records });
    await world.started('a');
    const order = world.orders.get('a');
    expect(order).toMatchObject({
      id: { attempt: 2, place: 1 },
      again: { why: 'interrupted', conversation: { session: 'session-of-a' } },
    });
    expect(order?.again?.conversation?.prompt).toMatchInlineSnapshot(`
      "You were interrupted in the middle of this task and now go on with it.
      Your worktree is as you left it; the last command may have been cut off. Look at what is there with git status and git diff, then finish the task.
      All that was said about the task still holds. Commit your work when you are done.
      "
    `);
    world.commit('a', 'a.ts');
    expect((await ended).tasks[0]?.state.state).toBe('integrated');
  });

  it('after a kill too: its place is kept, and what it left is under a ref', async () => {
    const first = new ScriptedWorld();
    void first.run(aPlan([['a']]));
    await first.started('a');
    first.session('a', 'session-of-a');
    await Promise.resolve();
    const records = first.state().tasks[0]?.session === undefined ? [] : [...first.records];
    const world = new ScriptedWorld(500);
    world.salvaged.set('a', commitId('9'.repeat(40)));
    const ended = world.run(aPlan([['a']]), { records });
    await world.started('a');
    expect(world.keptPlaces).toEqual(['a']);
    expect(world.kept).toEqual([`a/1 ${'9'.repeat(40)}`]);
    expect(world.orders.get('a')).toMatchObject({ again: { why: 'interrupted', commit: '9'.repeat(40) } });
    world.commit('a', 'a.ts');
    await ended;
  });

  it('a program without a conversation begins anew, in a place of its own', async () => {
    const first = new ScriptedWorld();
    const stopped = first.run(aPlan([['a']]));
    await first.started('a');
    first.stop();
    await stopped;
    const world = new ScriptedWorld(500);
    const ended = world.run(aPlan([['a']]), { records: first.records });
    await world.started('a');
    expect(world.orders.get('a')?.id).toEqual({ run: RUN, task: 'a', attempt: 2 });
    expect(world.orders.get('a')?.again).toBe(undefined);
    world.commit('a', 'a.ts');
    await ended;
  });
});
