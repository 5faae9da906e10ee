import type { Plan, RunEvent, Task } from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { checkRun } from './check-run.js';
import { makePlan } from './make-plan.js';

const usage = { inputTokens: 0, outputTokens: 0, turns: 0, seconds: 0 };
const a = aTask('a', { writes: ['src/x.ts'] });
const b = aTask('b', { writes: ['src/**'] });
const c = aTask('c', { dependsOn: ['a'] as never });
const free = aTask('free');
const tasks = [a, b, c, free];

function planOf(list: readonly Task[], wanted: Partial<Parameters<typeof makePlan>[0]> = {}): Plan {
  const rest = { concurrency: 2, caution: 'fast', touchSets: [], risks: [], hubs: [], capacities: {}, notes: [] } as const;
  return makePlan({ tasks: list, base: { commit: aCommit(1), branch: 'main' }, ...rest, ...wanted });
}

/** Waves [[a, free], [b, c]]. */
const plan = planOf(tasks);

function faults(events: readonly RunEvent[], promises: { plan?: Plan; tasks?: readonly Task[] } = {}): readonly string[] {
  const records = events.map((event, seq) => ({ v: 1 as const, seq, t: '', event }));
  return checkRun(records, { plan, tasks, ...promises });
}

function wave(number: number, base = 1): RunEvent {
  return { ev: 'wave-started', wave: number, base: aCommit(base) };
}

function starts(task: Task, lane = 0, base = 1, attempt = 1): RunEvent {
  return { ev: 'task-started', task: task.id, attempt, lane, base: aCommit(base) };
}

function commits(task: Task): RunEvent {
  const drift = { unpredicted: [], untouched: [], alsoChangedBy: [] };
  const work = { base: aCommit(1), commit: aCommit(9), changes: [], savedByUs: false, drift };
  return { ev: 'task-committed', task: task.id, work, usage };
}

function verified(task: Task, commit: number): RunEvent {
  return { ev: 'task-verified', task: task.id, old: aCommit(1), candidate: aCommit(commit), seconds: 1 };
}

function lands(task: Task, commit: number): RunEvent {
  return { ev: 'task-integrated', task: task.id, commit: aCommit(commit) };
}

function done(task: Task, commit: number, lane = 0, base = 1): readonly RunEvent[] {
  return [starts(task, lane, base), commits(task), verified(task, commit), lands(task, commit)];
}

function fails(task: Task): RunEvent {
  return { ev: 'task-failed', task: task.id, failure: { reason: 'no-change' }, usage };
}

describe('a recorded run', () => {
  it('that kept to its plan has no faults', () => {
    const first = [wave(1), starts(a), starts(free, 1), commits(a), commits(free)];
    const whole = [...first, verified(a, 2), lands(a, 2), verified(free, 3), lands(free, 3)];
    const second = [wave(2, 3), ...done(b, 4, 0, 3), ...done(c, 5, 1, 3), { ev: 'run-finished', tip: aCommit(5) } as const];
    expect(plan.waves).toEqual([
      ['a', 'free'],
      ['b', 'c'],
    ]);
    expect(faults([...whole, ...second])).toEqual([]);
  });

  it('is found out when a task starts before what it waits for, twice, or out of its wave', () => {
    expect(faults([wave(1), starts(c)])).toEqual([
      'record 1: c starts before a is integrated',
      'record 1: c of wave 2 starts in wave 1',
    ]);
    expect(faults([wave(1), starts(a), starts(a, 1)])).toEqual([
      'record 2: a starts, and it is running',
      'record 2: a starts attempt 1 after 1',
    ]);
    expect(faults([wave(1), ...done(a, 2), starts(a, 0, 1, 2)])).toEqual(['record 5: a starts, and it is integrated']);
  });

  it('is found out when a task starts from another commit than the wave, or in a stream than the tip', () => {
    const [short, other] = [aCommit(1).slice(0, 7), aCommit(2).slice(0, 7)];
    expect(faults([wave(1), starts(a, 0, 2)])).toEqual([`record 1: a starts from ${other} and not from ${short}`]);
    const stream = planOf(tasks, { schedule: 'stream' });
    expect(faults([...done(a, 2), starts(c)], { plan: stream })).toEqual([
      `record 4: c starts from ${short} and not from ${other}`,
    ]);
  });

  it('may take a held task up again, onto the tip and from nowhere else', () => {
    const [short, other] = [aCommit(1).slice(0, 7), aCommit(2).slice(0, 7)];
    const held: RunEvent = { ev: 'task-held', task: free.id, paths: ['src/x.ts'], with: [a.id] };
    const before = [wave(1), starts(a), starts(free, 1), commits(a), commits(free), verified(a, 2), lands(a, 2), held];
    const again = { why: 'collision', place: 1, commit: aCommit(9) } as const;
    const reworked = (base: number) => [...before, { ...starts(free, 1, base, 2), again } as RunEvent];
    expect(faults(reworked(2))).toEqual([]);
    expect(faults(reworked(1))).toEqual([`record 8: free starts from ${short} and not from ${other}`]);
    expect(faults([...before, starts(free, 1, 1, 2)])).toEqual(['record 8: free starts, and it is held']);
    expect(faults([wave(1), { ...starts(a), again } as RunEvent])).toEqual(['record 1: a starts, and it is waiting']);
  });

  it('may go on with what was cut off, from what that had begun from', () => {
    const stream = planOf(tasks, { schedule: 'stream' });
    const again = { why: 'interrupted', place: 1, commit: aCommit(9) } as const;
    const cut: RunEvent = { ev: 'task-stopped', task: free.id, usage };
    const before = [starts(a), starts(free, 1), commits(a), verified(a, 2), lands(a, 2), cut];
    expect(faults([...before, { ...starts(free, 1, 1, 2), again } as RunEvent], { plan: stream })).toEqual([]);
    expect(faults([...before, { ...starts(free, 1, 2, 2), again } as RunEvent], { plan: stream })).toHaveLength(1);
  });

  it('is found out when two tasks are open at once that may not be, even after the session of one is over', () => {
    const stream = planOf(tasks, { schedule: 'stream' });
    const together = ['the plan says they conflict', 'both may write src/x.ts'].map((why) => `b starts beside a, and ${why}`);
    expect(faults([starts(a), starts(b, 1)], { plan: stream })).toEqual(together.map((fault) => `record 1: ${fault}`));
    expect(faults([starts(a), commits(a), starts(b)], { plan: stream })).toHaveLength(2);
    expect(faults([starts(a), fails(a), starts(b)], { plan: stream })).toEqual([]);
    const forgetful = { ...stream, conflicts: [] };
    expect(faults([starts(a), starts(b, 1)], { plan: forgetful })).toEqual([
      'record 1: b starts beside a, and both may write src/x.ts',
    ]);
  });

  it('is found out when one that runs alone does not', () => {
    const list = [aTask('alone', { exclusive: true }), free];
    const stream = planOf(list, { schedule: 'stream' });
    const events = [starts(free), starts(aTask('alone'), 1)];
    expect(faults(events, { plan: { ...stream, conflicts: [] }, tasks: list })).toEqual([
      'record 1: alone starts beside free, and alone runs alone',
    ]);
  });

  it('is found out when it has more sessions than allowed, two in one lane, or takes more than there is', () => {
    const users = ['p', 'q', 'r'].map((id) => aTask(id, { resources: [{ name: 'gpu', amount: 1 }] }));
    const [p, q, r] = users as [Task, Task, Task];
    const stream = planOf(users, { schedule: 'stream', capacities: { gpu: 3 } });
    const records = [starts(p), starts(q, 0), starts(r, 2)].map((event, seq) => ({ v: 1 as const, seq, t: '', event }));
    expect(checkRun(records, { plan: stream, tasks: users, capacities: { gpu: 2 } })).toEqual([
      'record 1: q starts in lane 0, where p is',
      'record 2: r starts beside 2, at most 2 at once',
      'record 2: r starts, and 3 of gpu are needed where 2 is',
    ]);
  });

  it('is found out when something is integrated that was not verified as it is, or was not there', () => {
    expect(faults([wave(1), starts(a), verified(a, 2), lands(a, 2)])).toEqual(['record 3: a is integrated, and it is running']);
    expect(faults([wave(1), starts(a), commits(a), verified(a, 2), lands(a, 3)])).toEqual([
      `record 4: a is integrated as ${aCommit(3).slice(0, 7)}, which was not verified`,
    ]);
  });

  it('is found out when it goes on or ends while something is under way', () => {
    expect(faults([wave(1), starts(a), wave(2)])).toEqual(['record 2: wave 2 starts, and a is running']);
    const stream = planOf([a, free], { schedule: 'stream' });
    expect(faults([starts(a), { ev: 'run-finished', tip: aCommit(1) }], { plan: stream })).toEqual([
      'record 1: the run is finished, and a is running',
      'record 1: the run is finished, and free is waiting',
    ]);
  });
});

describe('the rest planned anew', () => {
  function anew(from: number, ...waves: readonly (readonly Task[])[]): RunEvent {
    const because = { kind: 'failure', task: free.id } as const;
    return { ev: 'run-replanned', because, moved: [], from, waves: waves.map((list) => list.map(({ id }) => id)) };
  }

  it('is followed', () => {
    const rest = [wave(2, 2), ...done(c, 3, 0, 2), wave(3, 3), ...done(b, 4, 0, 3)];
    expect(faults([wave(1), ...done(a, 2), starts(free), fails(free), anew(2, [c], [b]), ...rest])).toEqual([]);
  });

  it('is found out when it moves what began, comes too early, or breaks what the plan promises', () => {
    expect(faults([wave(1), starts(a), anew(2, [a])])).toEqual(['record 2: a is moved, and it is running']);
    expect(faults([wave(1), anew(1, [b])])).toEqual(['record 1: wave 1 is planned anew, and wave 1 runs']);
    expect(faults([wave(1), anew(2, [c], [a])])).toEqual(['record 1: c is planned for wave 2, and a for wave 3']);
    expect(faults([wave(1), anew(2, [a, b])])).toEqual(['record 1: a and b are planned together, and they conflict']);
    expect(faults([wave(1), anew(2, [a, free, aTask('z')])])).toEqual([
      'record 1: z is moved, and it is not in the plan',
      'record 1: wave 2 has 3 tasks, at most 2',
    ]);
  });

  it('lets those run again that a task blocked, once it is to run again, and no others', () => {
    const blocked: RunEvent = { ev: 'task-blocked', task: c.id, by: a.id };
    const again: RunEvent = { ev: 'task-reopened', task: a.id };
    const begun = [wave(1), starts(a), fails(a), blocked];
    expect(faults([...begun, starts(c)]).slice(0, 1)).toEqual(['record 4: c starts, and it is given up']);
    expect(faults([...begun, again, anew(2, [a], [c]), wave(2), starts(a, 0, 1, 2)])).toEqual([]);
    expect(faults([...begun, { ev: 'run-finished', tip: aCommit(1) }])).toEqual([
      'record 4: the run is finished, and b is waiting',
      'record 4: the run is finished, and free is waiting',
    ]);
  });
});
