import { describe, expect, it } from 'vitest';
import { planningFlags, runningFlags, shellWord } from './repeated-flags.js';

describe('the flags of a command to go on with', () => {
  it('are those that were given, each with its value', () => {
    expect(planningFlags({ repo: '../shop', only: ['a', 'b'], concurrency: 2, caution: 'careful' })).toBe(
      ' --repo ../shop --concurrency 2 --caution careful --only a,b',
    );
    expect(runningFlags({ budgetUsd: 2.5, review: 'task' })).toBe(' --budget 2.5 --review task');
  });

  it('are none when nothing was', () => {
    expect([planningFlags({}), runningFlags({})]).toEqual(['', '']);
  });
});

it.each([
  ['tasks/next.yaml', 'tasks/next.yaml'],
  ['my tasks.yaml', "'my tasks.yaml'"],
  ["it's.yaml", "'it'\\''s.yaml'"],
  ['$(touch x).yaml', "'$(touch x).yaml'"],
  ['', "''"],
])('%s is typed in a shell as %s', (text, word) => {
  expect(shellWord(text)).toBe(word);
});
