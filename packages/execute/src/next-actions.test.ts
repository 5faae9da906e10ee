import { foldRun, type RunEvent, type RunState, taskId } from '@breakwater/model';
import { aRunStarted, recorded } from '@breakwater/model/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextActions } from './next-actions.js';
import { aPlan, BASE, ScriptedWorld } from './scripted-world.testing.js';

const planner = new ScriptedWorld().ports().planner;

function fold(...events: readonly RunEvent[]): RunState {
  const started = aRunStarted(['a', 'b', 'c'], { base: BASE, concurrency: 2 });
  return foldRun(recorded([started, { ev: 'wave-started', wave: 1, base: BASE }, ...events]));
}

describe('nextActions', () => {
  it('fills the free slots in plan order', () => {
    expect(nextActions(fold(), { slots: 2, integrating: false, time: 0 }, planner)).toEqual([
      { do: 'start', task: 'a', attempt: 1, lane: 0, base: BASE },
      { do: 'start', task: 'b', attempt: 1, lane: 1, base: BASE },
    ]);
  });

  it('gives a freed lane to the next task', () => {
    const state = fold({ ev: 'task-started', task: taskId('b'), attempt: 1, lane: 0, base: BASE });
    expect(nextActions(state, { slots: 2, integrating: false, time: 0 }, planner)).toEqual([
      { do: 'start', task: 'a', attempt: 1, lane: 1, base: BASE },
    ]);
  });

  it('does not begin a second integration', () => {
    const drift = { unpredicted: [], untouched: [], alsoChangedBy: [] };
    const work = { base: BASE, commit: BASE, changes: [], savedByUs: false, drift };
    const state = fold(
      { ev: 'task-started', task: taskId('a'), attempt: 1, lane: 0, base: BASE },
      { ev: 'task-committed', task: taskId('a'), work, usage: { inputTokens: 0, outputTokens: 0, turns: 0, seconds: 0 } },
    );
    expect(nextActions(state, { slots: 0, integrating: false, time: 0 }, planner)).toEqual([{ do: 'integrate', tasks: ['a'] }]);
    expect(nextActions(state, { slots: 0, integrating: true, time: 0 }, planner)).toEqual([]);
  });
});

describe('any run', () => {
  it('starts nothing twice, loses nothing, keeps the limit and the order, whatever the sessions do', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const outcome = fc.constantFrom('commit', 'nothing', 'fail');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.array(outcome, { minLength: 6, maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        async (slots, outcomes, picks) => {
          const world = new ScriptedWorld();
          world.slots = slots;
          let done = false;
          const ended = world.run(aPlan([['a', 'b', 'c'], ['d', 'e'], ['f']], { d: ['a'], f: ['d', 'b'] })).finally(() => {
            done = true;
          });
          const starts = new Map<string, number>();
          while (!done) {
            for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
            const running = world.running();
            expect(running.length).toBeLessThanOrEqual(slots);
            const task = running[picks.next().value! % Math.max(1, running.length)];
            if (task === undefined) continue;
            starts.set(task, (starts.get(task) ?? 0) + 1);
            const what = outcomes[names.indexOf(task)];
            if (what === 'fail')
              world.end(task, {
                end: 'failed',
                failure: { reason: 'no-change' },
                usage: { inputTokens: 0, outputTokens: 0, turns: 0, seconds: 0 },
              });
            else world.commit(task, ...(what === 'commit' ? [`${task}.ts`] : []));
          }
          const state = await ended;
          expect([...starts.values()].every((n) => n === 1)).toBe(true);
          for (const task of state.tasks) {
            const waited = task.after.every((id) => state.tasks.find((one) => one.id === id)?.state.state === 'integrated');
            const expected = !waited ? 'blocked' : outcomes[names.indexOf(task.id)] === 'commit' ? 'integrated' : 'failed';
            expect(`${task.id} ${task.state.state}`).toBe(`${task.id} ${expected}`);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
