import { NO_USAGE, taskId } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { scoutingBegins, scoutingEnds, scoutingWarnings } from './scouting-text.js';

const twelve = { done: 0, of: 12, kept: 0, limitUsd: 2.4, usage: NO_USAGE };
const view = { columns: 100, colour: false, unicode: true };
const { usd: _, ...untold } = NO_USAGE;

describe('the cost of scouting', () => {
  it.each([
    [twelve, 'Asking 12 scouting sessions, limited to $2.40 in all\n'],
    [
      { ...twelve, of: 1, kept: 1, limitUsd: 0.2 },
      'Asking 1 scouting session, limited to $0.20 in all; 1 answer of before is kept\n',
    ],
    [{ ...twelve, kept: 3 }, 'Asking 12 scouting sessions, limited to $2.40 in all; 3 answers of before are kept\n'],
  ])('is told before it arises', (progress, words) => {
    expect(scoutingBegins(progress, view)).toBe(words);
  });

  it('fits a narrow window', () => {
    expect(scoutingBegins(twelve, { ...view, columns: 40 })).toBe('Asking 12 scouting sessions, limited to\n$2.40 in all\n');
  });

  it.each([
    [{ ...twelve, done: 12, usage: { ...NO_USAGE, usd: 0.362 } }, '12 scouting sessions cost $0.36\n'],
    [{ ...twelve, done: 3, usage: { ...NO_USAGE, usd: 0.09 } }, '3 of 12 scouting sessions cost $0.09\n'],
    [{ ...twelve, done: 12, usage: untold }, '12 scouting sessions did not tell what they cost\n'],
  ])('is told when it has arisen', (progress, words) => {
    expect(scoutingEnds(progress, view)).toBe(words);
  });
});

describe('tasks that are predicted without scouting', () => {
  const [a, b, c] = [taskId('a'), taskId('b'), taskId('c')];

  it('are named, each failure by itself and those nobody was asked about together', () => {
    const failure = { reason: 'api-error', status: 400, message: 'no\u001b[2J' } as const;
    expect(scoutingWarnings([{ task: a }, { task: b, failure }, { task: c }]).map(({ message }) => message)).toEqual([
      'no scouting session answered about b: the provider refused (400): no\\x1b[2J',
      'no scouting session was asked about a and c',
    ]);
  });

  it('are none when all were answered', () => {
    expect(scoutingWarnings([])).toEqual([]);
  });
});
