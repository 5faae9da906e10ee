import { foldRecord, type RunEvent, taskId } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { at, midway, usage } from '../example-run.testing.js';
import { permanentLines } from './permanent-lines.js';

const view = { columns: 80, colour: false, unicode: true };
const audit = taskId('audit-log');

function left(event: RunEvent, columns = 80): readonly string[] {
  const record = { v: 1, seq: 99, t: at(470), event } as const;
  return permanentLines(record, midway, foldRecord(midway, record), { ...view, columns });
}

describe('what stays above the region', () => {
  it('a failure with its reason and where the work is', () => {
    const failure = { reason: 'prepare', command: 'npm ci', exitCode: 1, tail: '' } as const;
    expect(left({ ev: 'task-failed', task: audit, failure, commit: midway.tip, usage: usage(9, 0.1) })).toEqual([
      '✖ audit-log failed: prepare failed (npm ci, exit code 1). Its work is kept on',
      '  breakwater/7f3a/audit-log.',
    ]);
  });

  it('a failure that left nothing', () => {
    expect(left({ ev: 'task-failed', task: audit, failure: { reason: 'no-change' }, usage: usage(9, 0.1) })).toEqual([
      '✖ audit-log failed: the session ended well and changed nothing. It left nothing',
      '  to keep.',
    ]);
  });

  it('a blocked task', () => {
    expect(left({ ev: 'task-blocked', task: taskId('upgrade-zod'), by: audit })).toEqual([
      '✖ upgrade-zod blocked: needs audit-log',
    ]);
  });

  it('a stopped task', () => {
    expect(left({ ev: 'task-stopped', task: audit, usage: usage(9, 0.1) })).toEqual(['· audit-log stopped.']);
    expect(left({ ev: 'task-stopped', task: audit, commit: midway.tip, usage: usage(9, 0.1) })).toEqual([
      '· audit-log stopped; its work is kept.',
    ]);
  });

  it('the end of a sitting and the beginning of the next', () => {
    const said = { ev: 'run-interrupted', why: 'git said no.' } as const;
    expect(left(said, 80)).toEqual(['‖ stopped: git said no. Go on with:  breakwater resume']);
    expect(left({ ev: 'run-interrupted', why: 'SIGINT' }, 60)).toEqual(['‖ stopped: SIGINT. Go on with:  breakwater resume']);
    expect(left({ ev: 'run-resumed' })).toEqual(['· resumed: 4 of 8 tasks were done']);
    expect(left({ ev: 'run-abandoned' })).toEqual(['‖ given up: its worktrees were taken away, its branches are kept']);
  });

  it('notes', () => {
    expect(left({ ev: 'note', task: audit, text: 'place kept:\n2 files' })).toEqual(['! audit-log: place kept:\\n2 files']);
    expect(left({ ev: 'note', text: 'low disk' })).toEqual(['! low disk']);
    expect(left({ ev: 'base-moved', branch: 'main', is: midway.tip })).toEqual([
      `! main, from which it started, is at ${midway.tip.slice(0, 7)} now; the run is built on 4f1c2a9,`,
      '  so it has to be merged, not only moved to',
    ]);
  });

  it('no steps', () => {
    expect(left({ ev: 'task-phase', task: audit, phase: 'save' })).toEqual([]);
    expect(left({ ev: 'session-started', task: audit, sessionId: 's' })).toEqual([]);
  });
});

it('a first wave ends nothing', () => {
  const record = { v: 1, seq: 2, t: at(0), event: { ev: 'wave-started', wave: 1, base: midway.base } } as const;
  const before = { ...midway, wave: 0 };
  expect(permanentLines(record, before, foldRecord(before, record), view)).toEqual([]);
  expect(permanentLines(record, undefined, before, view)).toEqual([]);
});
