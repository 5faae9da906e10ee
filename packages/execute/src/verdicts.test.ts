import type { CommitId, RunState, Verdict } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { aPlan, ScriptedWorld } from './scripted-world.testing.js';

const approve = (task: string, commit: CommitId, attempt = 1): Verdict => ({
  verdict: 'approved',
  task: aTask(task).id,
  attempt,
  commit,
});

function outcome(state: RunState): Readonly<Record<string, string>> {
  return Object.fromEntries(
    state.tasks.map(({ id, state: one }) => [id, one.state === 'failed' ? one.failure.reason : one.state]),
  );
}

/** The next sitting of a run, with what people have said meanwhile. */
function resumed(world: ScriptedWorld, ...verdicts: readonly Verdict[]): ScriptedWorld {
  const next = world.after(world.records, false);
  next.verdicts.push(...verdicts);
  return next;
}

it('names what looks like a word of a person and is none, and waits on', async () => {
  const world = new ScriptedWorld();
  const plan = aPlan([['a']]);
  const ended = world.run(plan, { review: 'task' });
  await world.started('a');
  world.strangeVerdicts.push('refs/x');
  world.commit('a', 'a.ts');
  expect(outcome(await ended)).toEqual({ a: 'committed' });
  expect(world.records.map(({ event }) => event)).toContainEqual({
    ev: 'note',
    text: 'refs/x is no word of a person, and does not count',
  });
});

describe('a run that is reviewed task by task', () => {
  it('integrates nothing by itself and stops when only a person can go on', async () => {
    const world = new ScriptedWorld();
    const plan = aPlan([['a', 'b'], ['c']], { c: ['a'] });
    const ended = world.run(plan, { review: 'task' });
    await world.started('a', 'b');
    const commits = [world.commit('a', 'a.ts'), world.commit('b', 'b.ts')] as const;
    const state = await ended;
    expect(outcome(state)).toEqual({ a: 'committed', b: 'committed', c: 'pending' });
    expect(world.moves).toEqual([]);
    expect(world.records.at(-1)?.event).toEqual({ ev: 'run-interrupted', why: 'a, b wait for a review' });

    const next = resumed(world, approve('a', commits[0]));
    expect(outcome(await next.run(plan, { records: world.records }))).toEqual({ a: 'integrated', b: 'committed', c: 'pending' });

    const last = resumed(next, approve('a', commits[0]), {
      verdict: 'rejected',
      task: aTask('b').id,
      attempt: 1,
      commit: commits[1],
      reason: 'too large',
    });
    const end = last.run(plan, { records: next.records });
    await last.started('c');
    const c = last.commit('c', 'c.ts');
    expect(outcome(await end)).toEqual({ a: 'integrated', b: 'rejected', c: 'committed' });

    const done = resumed(last, approve('c', c));
    const finished = await done.run(plan, { records: last.records });
    expect([finished.outcome, outcome(finished)]).toEqual(['finished', { a: 'integrated', b: 'rejected', c: 'integrated' }]);
    expect(finished.tasks[1]?.state).toMatchObject({ failure: { message: 'too large' }, work: { commit: commits[1] } });
  });

  it('takes a word that comes while other sessions are at work', async () => {
    const world = new ScriptedWorld();
    const ended = world.run(aPlan([['a', 'b']]), { review: 'task' });
    await world.started('a', 'b');
    world.verdicts.push(approve('a', world.commit('a', 'a.ts')));
    await expect.poll(() => outcome(world.state())['a']).toBe('integrated');
    expect(world.running()).toEqual(['b']);
    world.verdicts.push(approve('b', world.commit('b', 'b.ts')));
    expect((await ended).outcome).toBe('finished');
  });

  it('does not take a word on another commit or attempt', async () => {
    const world = new ScriptedWorld();
    const ended = world.run(aPlan([['a']]), { review: 'task' });
    await world.started('a');
    const commit = world.commit('a', 'a.ts');
    world.verdicts.push(approve('a', commit, 2), approve('a', world.tip));
    expect(outcome(await ended)).toEqual({ a: 'committed' });
  });
});

describe('a run that is reviewed wave by wave', () => {
  it('integrates a wave when all of it is judged', async () => {
    const world = new ScriptedWorld();
    const plan = aPlan([['a', 'b']]);
    const ended = world.run(plan, { review: 'wave' });
    await world.started('a', 'b');
    const a = world.commit('a', 'a.ts');
    world.verdicts.push(approve('a', a));
    const b = world.commit('b', 'b.ts');
    expect(outcome(await ended)).toEqual({ a: 'committed', b: 'committed' });
    const next = resumed(world, approve('b', b));
    expect(outcome(await next.run(plan, { records: world.records }))).toEqual({ a: 'integrated', b: 'integrated' });
    expect(next.moves).toHaveLength(1);
  });
});
