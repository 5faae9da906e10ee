import { foldRun, NO_USAGE, type RunState, taskId, type Usage } from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { aPlan, BASE, ScriptedWorld, settle, states } from './scripted-world.testing.js';

describe('executeRun', () => {
  it('runs at most N sessions at once and starts the next when one ends', async () => {
    const world = new ScriptedWorld();
    const ended = world.run(aPlan([['a', 'b', 'c', 'd']]));
    await world.started('a', 'b', 'c');
    await settle();
    expect(world.running()).toEqual(['a', 'b', 'c']);
    world.commit('b', 'b.ts');
    await world.started('d');
    expect(world.running()).toEqual(['a', 'c', 'd']);
    for (const task of ['a', 'c', 'd']) world.commit(task, `${task}.ts`);
    expect(states(await ended)).toEqual({ a: 'integrated', b: 'integrated', c: 'integrated', d: 'integrated' });
  });

  it('gives every running session a lane of its own', async () => {
    const world = new ScriptedWorld();
    const ended = world.run(aPlan([['a', 'b', 'c', 'd']]));
    await world.started('a', 'b', 'c');
    world.commit('b', 'b.ts');
    await world.started('d');
    expect(['a', 'b', 'c', 'd'].map((task) => world.orders.get(task)?.lane)).toEqual([0, 1, 2, 1]);
    for (const task of ['a', 'c', 'd']) world.commit(task, `${task}.ts`);
    await ended;
  });

  it('integrates in plan order, however quick the later ones are', async () => {
    const world = new ScriptedWorld();
    const ended = world.run(aPlan([['a', 'b', 'c']]));
    await world.started('a', 'b', 'c');
    world.commit('c', 'c.ts');
    world.commit('b', 'b.ts');
    await settle();
    expect(world.tip).toBe(BASE);
    world.commit('a', 'a.ts');
    await ended;
    const chain = world.records.flatMap(({ event }) => (event.ev === 'task-integrated' ? [event.task] : []));
    expect(chain).toEqual(['a', 'b', 'c']);
  });

  it('bases each wave on the integrated tip of the one before', async () => {
    const world = new ScriptedWorld();
    const ended = world.run(aPlan([['a'], ['b']], { b: ['a'] }));
    await world.started('a');
    expect(world.orders.get('a')?.base).toBe(BASE);
    world.commit('a', 'a.ts');
    await world.started('b');
    expect(world.orders.get('b')?.base).toBe(world.tip);
    expect(world.tip).not.toBe(BASE);
    world.commit('b', 'b.ts');
    expect((await ended).tip).toBe(world.tip);
  });

  it('blocks what depends on a failed task, through others too, and goes on with the rest', async () => {
    // a -> b -> c; d is free
    const world = new ScriptedWorld();
    const ended = world.run(aPlan([['a'], ['b', 'd'], ['c']], { b: ['a'], c: ['b'] }));
    await world.started('a');
    world.end('a', { end: 'failed', failure: { reason: 'no-change' }, usage: NO_USAGE });
    await world.started('d');
    world.commit('d', 'd.ts');
    const state = await ended;
    expect(states(state)).toEqual({ a: 'failed', b: 'blocked', d: 'integrated', c: 'blocked' });
    expect(state.tasks.find((task) => task.id === 'c')?.state).toEqual({ state: 'blocked', by: 'b' });
  });

  it('holds a task whose merge conflicts, names the files and who changed them, and keeps its commit', async () => {
    const world = new ScriptedWorld();
    world.fragile.add('shared.ts');
    const ended = world.run(aPlan([['a', 'b']]));
    await world.started('a', 'b');
    world.commit('a', 'shared.ts');
    const commit = world.commit('b', 'shared.ts', 'b.ts');
    const state = await ended;
    expect(state.tasks[1]?.state).toMatchObject({ state: 'held', paths: ['shared.ts'], with: ['a'], work: { commit } });
    expect(world.kept).toContain(`b/1 ${commit}`);
    expect(world.closed).toEqual(['a']);
  });

  it('says in the record when two tasks of a wave changed one file, even if it merges', async () => {
    const world = new ScriptedWorld();
    const ended = world.run(aPlan([['a', 'b']]));
    await world.started('a', 'b');
    world.commit('a', 'shared.ts');
    await settle();
    world.commit('b', 'shared.ts');
    const state = await ended;
    expect(state.tasks[1]?.state).toMatchObject({
      state: 'integrated',
      work: { drift: { alsoChangedBy: [{ path: 'shared.ts', task: 'a' }] } },
    });
  });

  it('moves the branch only to a tree that passed, and leaves a failing task out', async () => {
    const world = new ScriptedWorld();
    const tasks = ['a', 'b'].map((id) => aTask(id, { verify: ['npm test'] }));
    world.rejects = (_, paths) => paths.has('a.ts');
    const ended = world.run(aPlan([['a', 'b']]), { tasks });
    await world.started('a', 'b');
    const lost = world.commit('a', 'a.ts');
    world.commit('b', 'b.ts');
    const state = await ended;
    expect(states(state)).toEqual({ a: 'failed', b: 'integrated' });
    expect(world.verified).toEqual(['b', 'b', 'a', 'b']);
    expect(state.tasks[0]?.state).toMatchObject({ work: { commit: lost }, failure: { reason: 'verify' } });
  });

  it('counts a session that changed nothing, or left its base, as failed', async () => {
    const world = new ScriptedWorld();
    const ended = world.run(aPlan([['a', 'b']]));
    await world.started('a', 'b');
    world.commit('a');
    world.orphans.add(aCommit(101));
    world.commit('b', 'b.ts');
    const failures = (await ended).tasks.map((task) =>
      task.state.state === 'failed' ? task.state.failure.reason : task.state.state,
    );
    expect(failures).toEqual(['no-change', 'off-base']);
  });

  it('merges and verifies again when somebody moved the integration branch forward', async () => {
    const world = new ScriptedWorld();
    const tasks = [aTask('a', { verify: ['npm test'] })];
    const ended = world.run(aPlan([['a']]), { tasks });
    await world.started('a');
    let once = true;
    world.beforeAdvance = () => {
      if (once) world.moveTip(true);
      once = false;
    };
    world.commit('a', 'a.ts');
    expect(states(await ended)).toEqual({ a: 'integrated' });
    expect(world.verified).toEqual(['a', 'a']);
    expect(world.records.flatMap(({ event }) => (event.ev === 'note' ? [event.text] : []))).toEqual([
      expect.stringContaining('was moved forward to'),
    ]);
  });

  it.each([aCommit(7), undefined])('says at its end that the base branch is at %s by now', async (is) => {
    const world = new ScriptedWorld();
    const ended = world.run(aPlan([['a']]));
    await world.started('a');
    world.baseBranch = is;
    world.commit('a', 'a.ts');
    expect((await ended).baseMoved).toEqual(is === undefined ? {} : { is });
    expect(world.records.slice(-2).map(({ event }) => event.ev)).toEqual(['base-moved', 'run-finished']);
  });

  it('does not write over a branch that somebody replaced', async () => {
    const world = new ScriptedWorld();
    const ended = world.run(aPlan([['a']]));
    await world.started('a');
    world.beforeAdvance = () => world.moveTip(false);
    world.commit('a', 'a.ts');
    const state = await ended;
    expect({ outcome: state.outcome, ...states(state) }).toEqual({ outcome: 'interrupted', a: 'verified' });
    const back = `put it back, then resume: git branch --force breakwater/${state.run}/integration ${BASE}`;
    const why = `the integration branch was moved to ${world.tip} by somebody else; ${back}`;
    expect(world.records.at(-1)?.event).toEqual({ ev: 'run-interrupted', why });
  });

  it('gives a task back when somebody moves the branch forward every time', async () => {
    const world = new ScriptedWorld();
    const ended = world.run(aPlan([['a']]));
    await world.started('a');
    world.beforeAdvance = () => world.moveTip(true);
    world.commit('a', 'a.ts');
    expect((await ended).tasks[0]?.state).toMatchObject({ state: 'failed', failure: { reason: 'integration' } });
  });

  it('starts nothing while somebody has the branch checked out, lets sessions end, and lands all once it is free', async () => {
    const world = new ScriptedWorld();
    world.holdTip = true;
    const plan = aPlan([['a', 'b'], ['c']], { c: ['a'] });
    const ended = world.run(plan);
    await world.started('a', 'b');
    world.commit('a', 'a.ts');
    await settle();
    world.commit('b', 'b.ts');
    const paused = await ended;
    expect({ outcome: paused.outcome, ...states(paused) }).toEqual({
      outcome: 'interrupted',
      a: 'verified',
      b: 'committed',
      c: 'pending',
    });
    const why = 'the integration branch could not be moved: it is checked out; once it can be, resume';
    expect(world.records.at(-1)?.event).toEqual({ ev: 'run-interrupted', why });

    const next = world.after(world.records, false);
    const second = next.run(plan, { records: world.records });
    await next.started('c');
    next.commit('c', 'c.ts');
    expect(states(await second)).toEqual({ a: 'integrated', b: 'integrated', c: 'integrated' });
  });

  it('stops what runs, starts nothing more, and goes on in the next sitting to the same end', async () => {
    const world = new ScriptedWorld();
    const plan = aPlan([['a', 'b'], ['c']], { c: ['a'] });
    const first = world.run(plan);
    await world.started('a', 'b');
    world.commit('a', 'a.ts');
    await settle();
    world.stop();
    const stopped = await first;
    expect(stopped.outcome).toBe('interrupted');
    expect(states(stopped)).toEqual({ a: 'integrated', b: 'pending', c: 'pending' });

    const next = new ScriptedWorld(500);
    next.records.push(...world.records);
    next.tip = world.tip;
    const second = next.run(plan, { records: world.records });
    await next.started('b');
    expect(next.orders.get('b')?.id.attempt).toBe(2);
    expect(next.orders.get('b')?.branch).toBe('breakwater/7f3a/b@2');
    next.commit('b', 'b.ts');
    await next.started('c');
    next.commit('c', 'c.ts');
    const state = await second;
    expect(states(state)).toEqual({ a: 'integrated', b: 'integrated', c: 'integrated' });
    expect(state.resumed).toBe(1);
  });

  it.each([1, 2, 3, 4])('leaves no session at work when it is asked to stop while record %i is written', async (n) => {
    const world = new ScriptedWorld();
    world.whileAppending = () => {
      if (world.records.length === n) world.stop();
    };
    const ended = world.run(aPlan([['a', 'b', 'c']]));
    await settle();
    expect(world.running()).toEqual([]);
    expect(await ended).toMatchObject({ outcome: 'interrupted', stoppedBy: 'SIGINT' });
  });

  it('saves what a killed session left and starts the task again', async () => {
    const world = new ScriptedWorld();
    const plan = aPlan([['a']]);
    void world.run(plan);
    await world.started('a');
    await settle();
    const killed = [...world.records];

    const next = new ScriptedWorld(500);
    next.records.push(...killed);
    next.salvaged.set('a', aCommit(55));
    const second = next.run(plan, { records: killed });
    await next.started('a');
    expect(next.kept).toEqual([`a/1 ${aCommit(55)}`]);
    next.commit('a', 'a.ts');
    expect(states(await second)).toEqual({ a: 'integrated' });
  });

  it('gives what a killed session may have spent to nobody, and what its log tells it did not', async () => {
    const tasks = [aTask('a', { budget: { usd: 2 } })];
    const again = async (usage: Usage): Promise<readonly [RunState, number | undefined]> => {
      const world = new ScriptedWorld();
      void world.run(aPlan([['a']]), { tasks, budgetUsd: 3, runner: { kind: 'claude' } });
      await world.started('a');
      const killed = [...world.records];
      const next = new ScriptedWorld(500);
      next.records.push(...killed);
      next.salvagedUsage.set('a', usage);
      const ended = next.run(aPlan([['a']]), { tasks, records: killed, budgetUsd: 3, runner: { kind: 'claude' } });
      await next.started('a');
      const given = next.orders.get('a')?.budget.usd;
      next.commit('a', 'a.ts');
      return [await ended, given];
    };
    const { usd: _, ...untold } = NO_USAGE;
    const [state, given] = await again(untold);
    expect([given, state.tasks[0]?.unknownUsd]).toEqual([1, 2]);
    expect((await again({ ...NO_USAGE, usd: 0.5 }))[1]).toBe(2);
  });

  it('asks the branch whether a move happened that was intended before the kill', async () => {
    const world = new ScriptedWorld();
    const plan = aPlan([['a']]);
    const first = world.run(plan);
    await world.started('a');
    world.commit('a', 'a.ts');
    await first;
    const cut = world.records.findIndex(({ event }) => event.ev === 'task-integrated');
    const moved = world.tip;

    const next = new ScriptedWorld(500);
    next.records.push(...world.records.slice(0, cut));
    next.tip = moved;
    const state = await next.run(plan, { records: world.records.slice(0, cut) });
    expect(state.tip).toBe(moved);
    expect(states(state)).toEqual({ a: 'integrated' });
    expect(next.orders.size).toBe(0);
  });

  it('stops every session when the journal cannot be written', async () => {
    const world = new ScriptedWorld();
    const ended = world.run(aPlan([['a', 'b']]));
    await world.started('a', 'b');
    world.refuseAppendAfter = world.records.length;
    world.commit('a', 'a.ts');
    await expect(ended).rejects.toThrow('not writable');
    expect(world.running()).toEqual([]);
  });

  it('ends what is under way, and notes its end, before it gives up because git says no', async () => {
    const world = new ScriptedWorld();
    world.refuseKeep = true;
    const ended = world.run(aPlan([['a', 'b']]));
    await world.started('a', 'b');
    world.commit('a', 'a.ts');
    await expect(ended).rejects.toThrow('git says no');
    expect(states(foldRun(world.records))).toEqual({ a: 'running', b: 'pending' });
    expect(world.records.at(-1)?.event).toEqual({ ev: 'run-interrupted', why: 'git says no' });
  });

  it('makes a worktree that could not be made once more, with what was in it saved, and pauses when that fails too', async () => {
    const world = new ScriptedWorld();
    const refused = { end: 'failed', failure: { reason: 'worktree', message: 'git says no' }, usage: NO_USAGE } as const;
    world.salvaged.set('a', aCommit(7));
    const ended = world.run(aPlan([['a'], ['b']]));
    await world.started('a');
    world.end('a', refused);
    await world.started('a');
    expect([world.orders.get('a')?.id.attempt, world.kept]).toEqual([2, [`a/1 ${aCommit(7)}`]]);
    world.end('a', refused);
    expect(await ended).toMatchObject({ outcome: 'interrupted', stoppedBy: 'the worktree of a could not be made: git says no' });
    expect(states(world.state())).toEqual({ a: 'running', b: 'pending' });
  });

  it('leaves a task that met a full disk as it is, lets the others end, and pauses', async () => {
    const world = new ScriptedWorld();
    const ended = world.run(aPlan([['a', 'b'], ['c']]));
    await world.started('a', 'b');
    world.end('a', { end: 'failed', failure: { reason: 'disk', message: 'the disk of /x is full' }, usage: NO_USAGE });
    world.commit('b', 'b.ts');
    const state = await ended;
    expect(state).toMatchObject({ outcome: 'interrupted', stoppedBy: 'the disk of /x is full' });
    expect(states(state)).toEqual({ a: 'running', b: 'committed', c: 'pending' });
  });

  it('starts no session that the rest of the budget does not pay for', async () => {
    const world = new ScriptedWorld();
    const tasks = [aTask('a', { budget: { usd: 2 } }), aTask('b', { budget: { usd: 2 } })];
    const ended = world.run(aPlan([['a'], ['b']]), { tasks, budgetUsd: 1 });
    await world.started('a');
    expect(world.orders.get('a')?.budget).toEqual({ usd: 1 });
    world.commit('a', 'a.ts');
    const state = await ended;
    expect(state.tasks.map((task) => task.state.state)).toEqual(['integrated', 'failed']);
    expect(state.tasks[1]?.state).toMatchObject({ failure: { reason: 'budget', limit: 'usd' } });
  });

  it('lets a task wait for money that is kept for another, and gives it what that one left', async () => {
    const world = new ScriptedWorld();
    const tasks = [aTask('a', { budget: { usd: 2 } }), aTask('b', { budget: { usd: 2 } })];
    const ended = world.run(aPlan([['a', 'b']]), { tasks, budgetUsd: 2.5 });
    await world.started('a', 'b');
    expect([world.orders.get('a')?.budget, world.orders.get('b')?.budget]).toEqual([{ usd: 2 }, { usd: 0.5 }]);
    world.commit('a', 'a.ts');
    world.commit('b', 'b.ts');
    await ended;
    const tight = new ScriptedWorld();
    const second = tight.run(aPlan([['a', 'b']]), { tasks, budgetUsd: 2 });
    await tight.started('a');
    await settle();
    expect(tight.running()).toEqual(['a']);
    tight.commit('a', 'a.ts');
    await tight.started('b');
    tight.commit('b', 'b.ts');
    expect((await second).tasks.map(({ state }) => state.state)).toEqual(['integrated', 'integrated']);
  });

  it('uses no more lanes than the place has', async () => {
    const world = new ScriptedWorld();
    world.slots = 1;
    const ended = world.run(aPlan([['a', 'b']]));
    await world.started('a');
    await settle();
    expect(world.running()).toEqual(['a']);
    world.commit('a', 'a.ts');
    await world.started('b');
    world.commit('b', 'b.ts');
    await ended;
  });

  it('records the start of a session before it begins', async () => {
    const world = new ScriptedWorld();
    const ended = world.run(aPlan([['a']]));
    await world.started('a');
    const last = world.records.at(-1)?.event;
    expect(last).toEqual({ ev: 'task-started', task: taskId('a'), attempt: 1, lane: 0, base: BASE });
    world.commit('a', 'a.ts');
    await ended;
  });
});
