import { type RunEvent, type Task, taskId } from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { makePlan } from '../../make-plan.js';
import { beginWatch, openTasks, watch } from './watch.js';

const usage = { inputTokens: 0, outputTokens: 0, turns: 0, seconds: 0 };
const failure = { reason: 'no-change' } as const;
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(taskId) as [Task['id'], Task['id'], Task['id'], Task['id']];
const tasks = [aTask('a'), aTask('b', { dependsOn: ['a'] }), aTask('c', { dependsOn: ['b'] }), aTask('d')];
const nothing = { risks: [], touchSets: [], hubs: [], notes: [], capacities: {} };
const plan = makePlan({ tasks, base: { commit: aCommit(1), branch: 'main' }, concurrency: 2, caution: 'fast', ...nothing });

const after = (...events: readonly RunEvent[]) => events.reduce(watch, beginWatch(plan));
/** How all tasks stand, in the order of the list. */
const stands = (...events: readonly RunEvent[]) => [...after(...events).stands.values()].join(', ');

function starts(task: Task['id'], attempt = 1): RunEvent {
  return { ev: 'task-started', task, attempt, lane: 0, base: aCommit(1) };
}

function commits(task: Task['id']): RunEvent {
  const drift = { unpredicted: [], untouched: [], alsoChangedBy: [] };
  return {
    ev: 'task-committed',
    task,
    work: { base: aCommit(1), commit: aCommit(9), changes: [], savedByUs: false, drift },
    usage,
  };
}

const lands = (task: Task['id'], commit: number): RunEvent => ({ ev: 'task-integrated', task, commit: aCommit(commit) });
const fails = (task: Task['id']): RunEvent => ({ ev: 'task-failed', task, failure, usage });
const blocks = (task: Task['id'], by: Task['id']): RunEvent => ({ ev: 'task-blocked', task, by });

describe('an onlooker of a run', () => {
  it('sees a task wait, run, be ready, and be integrated; until then it is open', () => {
    expect(stands()).toBe('waiting, waiting, waiting, waiting');
    expect(stands(starts(a))).toBe('running, waiting, waiting, waiting');
    expect(stands(starts(a), commits(a))).toBe('ready, waiting, waiting, waiting');
    expect(stands(starts(a), commits(a), lands(a, 2))).toBe('integrated, waiting, waiting, waiting');
    expect(openTasks(after(starts(a), commits(a), starts(d)))).toEqual([a, d]);
    expect(openTasks(after(starts(a), commits(a), lands(a, 2), starts(d), fails(d)))).toEqual([]);
  });

  it('sees a task that was stopped wait again, and what it tried counted', () => {
    const seen = after(starts(a), fails(a), { ev: 'task-reopened', task: a }, starts(a, 2));
    expect([seen.stands.get(a), seen.attempts.get(a)]).toEqual(['running', 2]);
  });

  it('has everybody wait again whom a reopened task blocked, through others too, and nobody else', () => {
    const given = [starts(a), fails(a), blocks(b, a), blocks(c, b), starts(d), fails(d)];
    expect(stands(...given)).toBe('given up, given up, given up, given up');
    expect(stands(...given, { ev: 'task-reopened', task: a })).toBe('waiting, waiting, waiting, given up');
    expect(stands(...given, { ev: 'task-reopened', task: d })).toBe('given up, given up, given up, waiting');
  });

  it('follows the tip and the base of waves', () => {
    const [first, landed] = [after(), after(starts(a), commits(a), lands(a, 5))];
    expect([first.tip, first.waveBase, first.wave]).toEqual([aCommit(1), aCommit(1), 0]);
    expect([landed.tip, landed.waveBase]).toEqual([aCommit(5), aCommit(1)]);
    const next = watch(landed, { ev: 'wave-started', wave: 2, base: aCommit(5) });
    expect([next.wave, next.waveBase]).toEqual([2, aCommit(5)]);
  });

  it('knows where a replanned rest stands, and leaves all others where they were', () => {
    const because = { kind: 'failure', task: d } as const;
    const seen = after({ ev: 'run-replanned', because, moved: [], from: 4, waves: [[c], [b]] });
    expect([a, b, c, d].map((id) => seen.waveOf.get(id))).toEqual([1, 5, 4, 1]);
    const told = after({ ev: 'run-replanned', because, moved: [] });
    expect(told.waveOf).toEqual(beginWatch(plan).waveOf);
  });

  it('never changes what it saw before', () => {
    const before = after(starts(a));
    const kept = structuredClone(before);
    [commits(a), lands(a, 3), fails(d), blocks(b, a)].reduce(watch, before);
    expect(before).toEqual(kept);
  });
});
