import { foldRecord, foldRun, type RunEvent, type RunState, type TaskRun, taskId } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { at, finished, midway, STARTED, usage } from '../example-run.testing.js';
import { renderStatus } from './render-status.js';

const view = { columns: 80, colour: false, unicode: true };
const started = foldRun([{ v: 1, seq: 1, t: at(0), event: STARTED }]);

function after(...events: readonly RunEvent[]): RunState {
  return events.reduce((state, event) => foldRecord(state, { v: 1, seq: 99, t: at(470), event }), midway);
}

function block(state: RunState, alive: boolean, at: number): string | undefined {
  return renderStatus(state, alive, view).split('\n\n')[at]?.trimEnd();
}

describe('the status of a run', () => {
  it('that has just begun', () => {
    expect(renderStatus(started, true, view).split('\n').slice(0, 5)).toEqual([
      'Breakwater 7f3a   running                                               3 waves',
      '0 of 8 done   $0.00 of $10   0:00',
      '',
      '· order-history-api     waiting     wave 1',
      '· fix-login-redirect    waiting     wave 1',
    ]);
  });

  it('of one wave counts it as one, and claims no cost that no session told', () => {
    const [first] = midway.tasks;
    const state = { ...midway, wave: 0, waves: [[first!.id]], tasks: [{ ...first!, usage: usage(60, 0) }] };
    expect(
      block(state, true, 0)
        ?.split('\n')
        .map((line) => line.trim()),
    ).toEqual([expect.stringMatching(/ {2}1 wave$/), '1 of 1 done   cost not told   7:42']);
  });

  it('whose process was killed says how to go on', () => {
    expect(block(midway, false, 0)?.split('\n')[0]).toContain('Breakwater 7f3a   ended without a word');
    expect(block(midway, false, 2)).toBe('Its process is gone; what was committed is kept.\ngo on    breakwater resume 7f3a');
  });

  it('that was stopped says why, and how to go on', () => {
    expect(block(after({ ev: 'run-interrupted', why: 'the disk of /x is full' }), false, 2)).toBe(
      'It was stopped; the work is kept. Why: the disk of /x is full\ngo on    breakwater resume 7f3a',
    );
  });

  it('that stopped for a review says how to judge before how to go on', () => {
    const [first] = finished.tasks;
    const committed = { ...first!, state: { ...first!.state, state: 'committed' } } as TaskRun;
    const state = {
      ...after({ ev: 'run-interrupted', why: 'one waits for a review' }),
      review: 'task',
      tasks: [committed],
    } as const;
    expect(block(state, false, 2)).toBe(`It was stopped; the work is kept. Why: one waits for a review
let all in          breakwater approve
or give one back    breakwater reject order-history-api --reason TEXT
go on               breakwater resume 7f3a`);
  });

  it('that was given up offers nothing', () => {
    expect(block(after({ ev: 'run-abandoned' }), false, 2)).toBe(
      'Its worktrees were taken away before it was finished; its branches are kept.',
    );
  });

  it('that is finished says where to look', () => {
    expect(block(finished, false, 2)).toBe(`Nothing more will happen in this run.
look at it
  git log --oneline --first-parent 4f1c2a9..breakwater/7f3a/integration
what failed     breakwater logs upgrade-zod 7f3a
run it again    breakwater retry upgrade-zod 7f3a`);
  });

  it('says of each task why it is where it is', () => {
    expect(block(finished, false, 1)).toBe(`✔ order-history-api     integrated  8 files +212 −18, 4:26, $0.84
✔ fix-login-redirect    integrated  4 files +63 −12, 3:21, $0.36
✔ search-filters        integrated  9 files +187 −40, 5:12, $0.73
✔ order-history-page    integrated  5 files +164 −9, 4:40, $0.62
‖ audit-log             held        app.routes.ts was changed by order-history…
✔ price-rounding-tests  integrated  1 file +96 −0, 2:20, $0.28
✖ upgrade-zod           failed      verify said no (npx nx test contracts, exi…
✔ make-app-faster       integrated  4 files +88 −47, 10:40, $1.40`);
  });

  it('knows what a waiting task waits for', () => {
    const pages = { ...midway.tasks[3]!, state: { state: 'pending' } as const };
    const api = { ...midway.tasks[0]!, state: { state: 'pending' } as const };
    const tests = { ...midway.tasks[5]!, state: { state: 'pending' } as const };
    const blocked = { ...midway.tasks[6]!, state: { state: 'blocked', by: taskId('audit-log') } as const };
    const again = { ...midway.tasks[4]!, attempts: 2 };
    expect(
      block({ ...midway, tasks: [api, pages, tests, blocked, again] }, true, 1),
    ).toBe(`· order-history-api     waiting     waits for a free place
· order-history-page    waiting     waits for order-history-api
· price-rounding-tests  waiting     waits for a free place
✖ upgrade-zod           blocked     needs audit-log
▶ audit-log             session     2:30, attempt 2`);
  });

  it('shows work on its way into the chain', () => {
    const work = {
      base: midway.base,
      commit: midway.tip,
      changes: [{ path: 'a', added: 1, removed: 0 }],
      savedByUs: false,
      drift: { unpredicted: [], untouched: [], alsoChangedBy: [] },
    };
    const task = taskId('audit-log');
    const committed = { ev: 'task-committed', task, work, usage: usage(60, 0.5) } as const;
    const verified = { ev: 'task-verified', task, old: midway.base, candidate: midway.tip, seconds: 3 } as const;
    expect(block(after(committed), true, 1)).toContain('▶ audit-log             committed   1 file +1 −0, 1:00, $0.50');
    expect(block(after(committed, verified), true, 1)).toContain('✔ audit-log             verified    1 file +1 −0, 1:00, $0.50');
  });
});
