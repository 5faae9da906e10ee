import { type TaskState, taskId } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { midway, usage, work } from '../example-run.testing.js';
import { stateRow } from './state-row.js';

const view = { columns: 80, colour: false, unicode: true };
const task = midway.tasks.find(({ id }) => id === 'audit-log')!;
const done = { attempt: 1, work: work(2, [5, 3]) };

describe('where a task stands', () => {
  it.each<readonly [TaskState, string]>([
    [{ state: 'pending' }, 'waiting dim waiting: waits for a free place'],
    [
      { state: 'running', attempt: 1, lane: 0, base: midway.base, phase: 'prepare', since: midway.lastEventAt },
      'working work prepare: 0:00',
    ],
    [{ state: 'committed', ...done }, 'working work committed: 2 files +5 −3, 1:00, $0.50'],
    [{ state: 'verified', ...done, old: midway.base, candidate: midway.tip }, 'done good verified: 2 files +5 −3, 1:00, $0.50'],
    [{ state: 'integrated', ...done, commit: midway.tip }, 'done good integrated: 2 files +5 −3, 1:00, $0.50'],
    [{ state: 'held', ...done, paths: ['a/x.ts'], with: [] }, 'held warn held: x.ts was changed on the integration branch first'],
    [
      { state: 'failed', attempt: 1, failure: { reason: 'no-change' } },
      'failed bad failed: the session ended well and changed nothing',
    ],
    [{ state: 'blocked', by: taskId('order-history-api') }, 'failed dim blocked: needs order-history-api'],
  ])('%j', (state, wanted) => {
    const { sign, role, word, remark } = stateRow(midway, { ...task, state, usage: usage(60, 0.5) }, view);
    expect(`${sign} ${role} ${word}: ${remark}`).toBe(wanted);
  });

  it('tells what a waiting task waits for: tasks first, then its wave, then a place', () => {
    const waiting = (wave: number, after: readonly string[]): string =>
      stateRow(midway, { ...task, state: { state: 'pending' }, wave, after: after.map(taskId) }, view).remark;
    expect(waiting(3, ['order-history-page', 'order-history-api', 'upgrade-zod'])).toBe(
      'waits for order-history-page, upgrade-zod',
    );
    expect(waiting(3, ['order-history-api'])).toBe('wave 3');
    expect(waiting(2, ['not-in-this-run'])).toBe('waits for a free place');
  });

  it('names no cost that was not told, and no minus a terminal cannot show', () => {
    const untold = { ...task, state: { state: 'committed', ...done } as const, usage: usage(60, 0) };
    expect(stateRow(midway, untold, { ...view, unicode: false }).remark).toBe('2 files +5 -3, 1:00');
  });
});

it('in a stream a task waits its turn', () => {
  const waiting = { ...task, after: [], state: { state: 'pending' } as const };
  expect(stateRow({ ...midway, schedule: 'stream' }, waiting, view).remark).toBe('waits its turn');
});
