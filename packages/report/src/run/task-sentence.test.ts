import { type RepoPath, type TaskId, type TaskState, taskId } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { midway } from '../example-run.testing.js';
import { branchOf } from './branch-of.js';
import { failedSentence, heldSentence, keptSentence } from './task-sentence.js';

const [first] = midway.tasks;
const work = first!.state.state === 'integrated' ? first!.state.work : undefined;

function heldBy(paths: readonly string[], others: readonly string[]): string {
  return heldSentence({ state: 'held', attempt: 1, work: work!, paths: paths as RepoPath[], with: others.map(taskId) });
}

describe('why a task is held', () => {
  it.each([
    [['libs/a/x.ts'], ['a'], 'x.ts was changed by a first'],
    [['x.ts', 'deep/x.ts'], ['a', 'b', 'c'], 'x.ts and x.ts were changed by a, b and c first'],
    [['1', '2', '3'], [], '1, 2 and 1 more were changed on the integration branch first'],
    [[], ['a'], 'the same lines were changed by a first'],
  ])('%j with %j', (paths, others, sentence) => {
    expect(heldBy(paths, others)).toBe(sentence);
  });
});

it('why a task failed is told in one line, whatever its failure holds', () => {
  expect(failedSentence({ state: 'failed', attempt: 1, failure: { reason: 'lost', message: '\n gone \nfor good' } })).toBe(
    'its place of work was lost: gone',
  );
});

describe('where the work is kept', () => {
  const left: readonly (readonly [string, TaskState, number, string | undefined])[] = [
    ['nothing yet', { state: 'pending' }, 0, undefined],
    ['a failure without a commit', { state: 'failed', attempt: 1, failure: { reason: 'no-change' } }, 1, undefined],
    [
      'a failure with a commit',
      { state: 'failed', attempt: 2, failure: { reason: 'no-change' }, commit: midway.tip },
      2,
      'breakwater/7f3a/t@2',
    ],
    ['held work', { state: 'held', attempt: 1, work: work!, paths: [], with: [] }, 1, 'breakwater/7f3a/t'],
    [
      'work of which no attempt is known',
      { state: 'held', attempt: 1, work: work!, paths: [], with: [] },
      0,
      'breakwater/7f3a/t',
    ],
    ['a blocked task', { state: 'blocked', by: 'a' as TaskId }, 0, undefined],
  ];

  it('work that collided again is for the person to merge, so both branches are named', () => {
    const state: TaskState = { state: 'held', attempt: 2, work: work!, paths: [], with: [] };
    const task = { ...first!, id: taskId('t'), state, attempts: 2, place: 1 };
    expect(keptSentence(midway, task)).toBe(
      'Its work is kept on breakwater/7f3a/t@2, to be merged into breakwater/7f3a/integration.',
    );
    expect(keptSentence(midway, { ...task, reworksLeft: 1 })).toBe('It goes back to its session, on what is integrated now.');
  });

  it.each(left)('%s', (_, state, attempts, branch) => {
    const task = { ...first!, id: taskId('t'), state, attempts };
    expect(branchOf(midway, task)).toBe(branch);
    expect(keptSentence(midway, task)).toBe(branch === undefined ? 'It left nothing to keep.' : `Its work is kept on ${branch}.`);
  });
});
