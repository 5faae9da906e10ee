import { type TaskState, taskId } from '@breakwater/model';
import { expect, it } from 'vitest';
import { finished, work } from '../example-run.testing.js';
import { outcomeRows } from './outcome-rows.js';

const view = { columns: 80, colour: false, unicode: true };
const done = { attempt: 1, work: work(1, [2, 1]) };

/** The rows of a run whose tasks a, b, c, … stand so. */
function rows(...states: readonly TaskState[]): readonly string[] {
  const tasks = states.map((state, n) => ({ ...finished.tasks[0]!, id: taskId('abcdef'[n]!), state }));
  return outcomeRows({ ...finished, tasks }, view).map(({ label, text }) => {
    const words = text.map((part) => (typeof part === 'string' ? part : part.text)).join('');
    return `${label} ${words}`;
  });
}

const FAILED: TaskState = { state: 'failed', attempt: 1, failure: { reason: 'no-change' } };

it('what is done comes first, as one row; a file that two tasks changed is one file', () => {
  const integrated: TaskState = { state: 'integrated', ...done, commit: finished.tip };
  expect(rows(FAILED, integrated, integrated).map((row) => row.split(':')[0])).toEqual([
    'done 2 tasks, 1 file, +4 −2, integrated on breakwater/7f3a/integration',
    'failed a',
  ]);
});

it('a blocked task names what blocks it, and what became of that', () => {
  const by = (id: string): TaskState => ({ state: 'blocked', by: taskId(id) });
  const held: TaskState = { state: 'held', ...done, paths: [], with: [] };
  expect(rows(FAILED, held, by('a'), by('b'), by('c'), by('gone')).filter((row) => row.startsWith('blocked'))).toEqual([
    'blocked c: a failed',
    'blocked d: b is held',
    'blocked e: c is blocked',
    'blocked f: needs gone',
  ]);
});

it('what the run did not come to is told apart: work that is ready, and tasks that are not finished', () => {
  const verified: TaskState = { state: 'verified', ...done, old: finished.base, candidate: finished.tip };
  const running: TaskState = { state: 'running', attempt: 1, lane: 0, base: finished.base, phase: 'session', since: '' };
  expect(rows({ state: 'pending' }, verified, running, { state: 'committed', ...done })).toEqual([
    'ready b: its session ended well; not yet integrated. Its work is kept on breakwater/7f3a/b.',
    'ready d: its session ended well; not yet integrated. Its work is kept on breakwater/7f3a/d.',
    'waiting c, a: not finished when the run stopped',
  ]);
});
