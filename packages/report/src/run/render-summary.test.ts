import { foldRecord, type RunEvent, type RunState, taskId } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { at, finished, midway, usage } from '../example-run.testing.js';
import { renderSummary } from './render-summary.js';

const view = { columns: 80, colour: false, unicode: true };

function after(state: RunState, ...events: readonly RunEvent[]): RunState {
  return events.reduce((now, event) => foldRecord(now, { v: 1, seq: 99, t: at(470), event }), state);
}

function block(state: RunState, n: number): string | undefined {
  return renderSummary(state, view, { next: [] }).split('\n\n')[n]?.trimEnd();
}

describe('the end of a run', () => {
  it('that was stopped says what did not happen, and why', () => {
    const work = {
      base: midway.base,
      commit: midway.tip,
      changes: [],
      savedByUs: true,
      drift: { unpredicted: [], untouched: [], alsoChangedBy: [] },
    };
    const state = after(
      midway,
      { ev: 'task-committed', task: taskId('audit-log'), work, usage: usage(5, 0.1) },
      { ev: 'task-stopped', task: taskId('order-history-page'), usage: usage(5, 0.1) },
      { ev: 'run-interrupted', why: 'the disk of /x is full' },
    );
    expect(block(state, 1)).toBe(`✔ done        4 tasks, 22 files, +558 −70, integrated on
              breakwater/7f3a/integration
· ready       audit-log: its session ended well; not yet integrated. Its work
              is kept on breakwater/7f3a/audit-log.
· waiting     order-history-page, upgrade-zod, make-app-faster: not finished
              when the run stopped
‖ stopped     the disk of /x is full`);
  });

  it('says what blocked a task', () => {
    const state = after(
      midway,
      { ev: 'task-failed', task: taskId('audit-log'), failure: { reason: 'no-change' }, usage: usage(5, 0.1) },
      { ev: 'task-blocked', task: taskId('upgrade-zod'), by: taskId('audit-log') },
      { ev: 'task-blocked', task: taskId('make-app-faster'), by: taskId('upgrade-zod') },
    );
    const lines = block(state, 1)
      ?.split('\n')
      .filter((line) => line.includes('blocked'));
    expect(lines).toEqual([
      '✖ blocked     upgrade-zod: audit-log failed',
      '✖ blocked     make-app-faster: upgrade-zod is blocked',
    ]);
  });

  it('of one task speaks of no clashes', () => {
    const one = { ...finished, tasks: finished.tasks.slice(0, 1) };
    expect(block(one, 0)).toBe('1 of 1 task is done   run 7f3a, 24:10');
    expect(block(one, 2)).toBe(`  cost        $0.84 of $10
  time        24 min; one after another 5 min (sessions and checks added up)
  predicted   8 of the 8 files that changed`);
  });

  it('knows no cost that was not told', () => {
    const untold = finished.tasks.map((task) => ({ ...task, usage: { ...task.usage, usd: 0 } }));
    const { budget: _, ...free } = { ...finished, tasks: untold };
    const some = { ...finished, tasks: untold.map((task, n) => (n === 0 ? { ...task, usage: usage(1, 2) } : task)) };
    expect(block({ ...finished, tasks: untold }, 2)?.split('\n')[0]).toBe(
      '  cost        not told by the sessions; the budget was $10',
    );
    expect(block(free, 2)?.split('\n')[0]).toBe('  cost        not told by the sessions');
    expect(block(some, 2)?.split('\n')[0]).toBe('  cost        at least $2.00 of $10; 7 tasks did not tell');
  });

  it('that did nothing has little to say', () => {
    const nothing = {
      ...midway,
      tasks: [{ ...midway.tasks[7]!, state: { state: 'failed', attempt: 1, failure: { reason: 'no-change' } } as const }],
    };
    expect(renderSummary(nothing, view, { next: [] })).toBe(`0 of 1 task is done   run 7f3a, 7:42

✖ failed      make-app-faster: the session ended well and changed nothing. It
              left nothing to keep.

  cost        $0.00 of $10
`);
  });

  it('names the branch of the attempt that counts', () => {
    const tasks = finished.tasks.map((task) => (task.id === 'audit-log' ? { ...task, attempts: 2 } : task));
    const text = renderSummary({ ...finished, tasks }, view, { next: [] });
    expect(text).toContain('Its work is kept on breakwater/7f3a/audit-log@2.\n');
    expect(text).toMatch(/ {2}audit-log .* \S+\/audit-log@2\n/);
  });

  it('lists no more sessions than can be read', () => {
    const [first] = finished.tasks;
    const tasks = Array.from({ length: 25 }, (_, n) => ({ ...first!, id: taskId(`task-${n}`) }));
    expect(
      block({ ...finished, tasks }, 3)
        ?.split('\n')
        .slice(-3),
    ).toEqual([
      '  task-19     4:26     9    64k   $0.84   breakwater/7f3a/task-19',
      '  and 5 more, on branches named in the same way',
      '  in total  1:50:50   225   1.6M  $21.00',
    ]);
  });
});

describe('a held task', () => {
  function held(paths: readonly string[], others: readonly string[]): string | undefined {
    const tasks = finished.tasks.map((task) =>
      task.state.state === 'held' ? { ...task, state: { ...task.state, paths, with: others.map(taskId) } } : task,
    );
    return renderSummary({ ...finished, tasks }, { ...view, columns: 200 }, { next: [] })
      .split('\n')
      .find((line) => line.includes('held  '));
  }

  it.each([
    [['a/x.ts'], ['b'], 'x.ts was changed by b first'],
    [['a/x.ts', 'y.ts'], ['b', 'c'], 'x.ts and y.ts were changed by b and c first'],
    [['x', 'y', 'z', 'u'], [], 'x, y and 2 more were changed on the integration branch first'],
  ])('%j with %j', (paths, others, words) => {
    expect(held(paths, others)).toBe(`‖ held        audit-log: ${words}. Its work is kept on breakwater/7f3a/audit-log.`);
  });
});
