import { commitId, type Recorded, type RunEvent, taskId } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { finished } from '../example-run.testing.js';
import { plainLine } from './plain-line.js';

const FAILED: RunEvent = {
  ev: 'batch-failed',
  tasks: [taskId('search-filters'), taskId('audit-log')],
  command: 'npm test',
  exitCode: 1,
};
const RED: RunEvent = {
  ev: 'base-red',
  commit: commitId('4f2a1c9'.padEnd(40, '0')),
  command: 'npm test',
  exitCode: null,
  tail: '',
};

const recorded = (event: RunEvent): Recorded => ({ v: 1, seq: 1, t: '2026-11-22T09:12:04.000Z', event });

describe('a batch in a log and on a screen', () => {
  it('that failed says who was in it and what goes on', () => {
    const text = 'search-filters and audit-log together: verify said no (npm test, exit code 1); looking for the one it is';
    expect(plainLine(recorded(FAILED), finished, finished, { clock: () => '09:12' })).toBe(
      `09:12  run 7f3a              ${text}`,
    );
  });

  it('on a red base blames nobody and says what to do', () => {
    const text =
      '4f2a1c9 fails verification before any of these tasks (npm test, ended by a signal): mend it, for only a task that mends it can be integrated';
    expect(plainLine(recorded(RED), finished, finished, { clock: () => '09:12' })).toContain(text);
  });

  it('that passed is one line with its tasks', () => {
    const members = [taskId('search-filters'), taskId('audit-log')].map((task) => ({ task, commit: commitId('a'.repeat(40)) }));
    const event: RunEvent = { ev: 'batch-verified', old: commitId('b'.repeat(40)), members, seconds: 41 };
    expect(plainLine(recorded(event), finished, finished, { clock: () => '09:12' })).toContain(
      'verified search-filters and audit-log together 0:41',
    );
  });
});
