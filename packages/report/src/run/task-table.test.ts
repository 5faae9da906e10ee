import { NO_USAGE, type TaskRun, taskId } from '@breakwater/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../columns-of.js';
import { finished, usage } from '../example-run.testing.js';
import { taskTable } from './task-table.js';

const view = { columns: 80, colour: false, unicode: true };
const [first] = finished.tasks;

function table(tasks: readonly Partial<TaskRun>[], columns = 80): readonly string[] {
  return taskTable({ ...finished, tasks: tasks.map((task) => ({ ...first!, ...task })) }, { ...view, columns });
}

describe('the table of sessions', () => {
  it('is not there when no session ever began', () => {
    expect(table([{ attempts: 0 }, { attempts: 0 }])).toEqual([]);
  });

  it('of one session has no total', () => {
    expect(table([{ id: taskId('a') }])).toEqual([
      'Sessions      time turns tokens    cost   branch',
      '  a           4:26     9    64k   $0.84   breakwater/7f3a/a',
    ]);
  });

  it('leaves out columns for which nobody told anything, and the cost that one session did not tell', () => {
    const untold = { ...NO_USAGE, seconds: 9 };
    expect(table([{ usage: untold }])[0]).toMatch(/^Sessions +time {3}branch$/);
    const rows = table([
      { id: taskId('a'), usage: usage(60, 1, 0) },
      { id: taskId('b'), usage: { ...untold, turns: 9 } },
    ]);
    expect(rows.slice(1).map((row) => row.slice(12, 32).trimEnd())).toEqual([
      '  1:00     9   $1.00',
      '  0:09     9',
      '  1:09    18   $1.00',
    ]);
  });

  it('says where no work is', () => {
    const failed = { state: 'failed', attempt: 1, failure: { reason: 'no-change' } } as const;
    expect(table([{ state: failed }])[1]).toMatch(/ {3}no work$/);
  });

  it('lines up in every window, and fits it', async () => {
    const name = fc.stringMatching(/^t[a-z]{0,50}$/).map(taskId);
    await fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 5 }), fc.integer({ min: 20, max: 140 }), (ids, columns) => {
        const lines = table(
          ids.map((id) => ({ id })),
          columns,
        );
        expect(Math.max(...lines.map(columnsOf))).toBeLessThan(columns);
        const ends = lines.flatMap((line) => (line.includes('4:26') ? [line.indexOf('4:26')] : []));
        expect(new Set(ends).size).toBeLessThan(2);
      }),
    );
  });
});
