import { describe, expect, it } from 'vitest';
import { pastPlans } from './past-plans.js';

const DAY = 24 * 3600;

/** Newest first: `history('a a b')` is three commits, a day apart, named by their place from the oldest. */
function history(authors: string, gap = DAY) {
  const names = authors.split(' ');
  return names.map((author, n) => ({
    subject: `feat: ${names.length - n}`,
    author,
    isBot: author === 'robot',
    paths: ['x.ts'],
    time: (names.length - n) * gap,
  }));
}

function drawn(authors: string, size: number, gap = DAY, commits = 400): readonly string[] {
  const plans = pastPlans(history(authors, gap), { size, commits });
  return plans.map(
    ({ oneAuthor, commits: own }) =>
      `${oneAuthor ? own[0]?.author : 'anybody'}: ${own.map(({ subject }) => subject.slice(6)).join(' ')}`,
  );
}

describe('past plans', () => {
  it('are the next commits of one author, oldest first, the busiest author ahead', () => {
    expect(drawn('b a a b a a', 2)).toEqual(['a: 4 5', 'a: 1 2', 'b: 3 6']);
  });

  it('are made of what is left of everybody when no author has enough', () => {
    expect(drawn('a b c d', 2)).toEqual(['anybody: 3 4', 'anybody: 1 2']);
  });

  it('use a commit once', () => {
    expect(drawn('a a a b b', 2)).toEqual(['a: 4 5', 'b: 1 2']);
  });

  it('do not reach over more than 45 days', () => {
    expect(drawn('a a', 2, 46 * DAY)).toEqual([]);
    expect(drawn('a a', 2, 45 * DAY)).toEqual(['a: 1 2']);
  });

  it('leave out what a program did, however busy it is', () => {
    expect(drawn('robot robot a robot a robot', 2)).toEqual(['a: 2 4']);
  });

  it('come from the newest commits alone', () => {
    expect(drawn('a a a a', 2, DAY, 2)).toEqual(['a: 3 4']);
  });

  it('leave out commits that are no tasks', () => {
    const commits = history('a a a').map((one, n) => (n === 1 ? { ...one, subject: 'v1.0.0' } : one));
    expect(pastPlans(commits, { size: 2, commits: 10 }).map((plan) => plan.commits.length)).toEqual([2]);
  });
});
