import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aProblem, someProblem } from '../stream/a-problem.testing.js';
import { openDispatcher } from '../stream/dispatcher.js';
import type { StreamProblem } from '../stream/stream-problem.js';
import type { DrawnRun } from './draw-run.js';
import { someReviewers } from './reviewers.js';
import { type Conditions, simulateStream } from './simulate-stream.js';

function aRun(session: readonly number[], review: readonly number[] = session.map(() => 0)): DrawnRun {
  return { session: Float64Array.from(session), review: Float64Array.from(review) };
}

const plain: Conditions = { lanes: 3, review: { mode: 'none', reviewers: 1 }, verifyMinutes: 0 };

/** The same, by going through every minute instead of from one event to the next. All lengths are whole minutes. */
function byTheMinute(problem: StreamProblem, run: DrawnRun, { lanes, review, verifyMinutes }: Conditions): number {
  const dispatcher = openDispatcher(problem);
  const reviewers = someReviewers(review.reviewers);
  const reviewed = (end: number, task: number) => (review.mode === 'none' ? end : reviewers.review(end, run.review[task] ?? 0));
  let working: readonly { readonly task: number; readonly end: number }[] = [];
  let ready: readonly { readonly task: number; readonly end: number }[] = [];
  let batch: readonly number[] = [];
  let [batchEnd, last] = [0, 0];
  for (let now = 0, integrated = 0; integrated < problem.size; ) {
    const over = working.filter(({ end }) => end === now);
    working = working.filter(({ end }) => end > now);
    ready = [...ready, ...over.map(({ task }) => ({ task, end: reviewed(now, task) }))];
    if (batch.length > 0 && batchEnd === now) {
      for (const task of batch) dispatcher.integrate(task);
      integrated += batch.length;
      batch = [];
      last = now;
    }
    const started = dispatcher.start(lanes - working.length);
    working = [...working, ...started.map((task) => ({ task, end: now + (run.session[task] ?? 0) }))];
    const due = ready.filter(({ end }) => end <= now);
    if (batch.length === 0 && due.length > 0) {
      ready = ready.filter(({ end }) => end > now);
      batch = due.map(({ task }) => task);
      batchEnd = now + verifyMinutes;
    }
    if (batch.length === 0 || batchEnd > now) now += 1;
  }
  return last;
}

const lengths = (least: number, most: number) => fc.array(fc.integer({ min: least, max: most }), { minLength: 9, maxLength: 9 });
const someConditions: fc.Arbitrary<Conditions> = fc.record({
  lanes: fc.integer({ min: 1, max: 4 }),
  review: fc.record({ mode: fc.constantFrom('none', 'task'), reviewers: fc.integer({ min: 1, max: 3 }) }),
  verifyMinutes: fc.nat(6),
});

it('any stream takes as long as one that is gone through minute by minute', async () => {
  await fc.assert(
    fc.property(someProblem, lengths(1, 12), lengths(0, 9), someConditions, (problem, session, review, conditions) => {
      const run = aRun(session, review);
      expect(simulateStream(problem, run, conditions)).toBe(byTheMinute(problem, run, conditions));
    }),
    { numRuns: 150 },
  );
});

describe('a simulated stream', () => {
  it('of nothing takes no time', () => {
    expect(simulateStream(aProblem({ size: 0 }), aRun([]), { ...plain, verifyMinutes: 5 })).toBe(0);
  });

  it('frees a lane when the session ends, and the files only when its work is verified', () => {
    // one lane: 0 (10), 1 (10) beside the verification of 0; two that may not meet wait for it
    const one = { ...plain, lanes: 1, verifyMinutes: 10 };
    expect(simulateStream(aProblem({ size: 2 }), aRun([10, 10]), one)).toBe(30);
    expect(simulateStream(aProblem({ size: 2, apart: [[0, 1]] }), aRun([10, 10]), one)).toBe(40);
  });

  it('lets its lanes go on while people review, and what waits for the work wait for them too', () => {
    const reviewed: Conditions = { ...plain, lanes: 1, review: { mode: 'task', reviewers: 1 } };
    const run = aRun([10, 10], [30, 0]);
    expect(simulateStream(aProblem({ size: 2 }), run, reviewed)).toBe(40);
    expect(simulateStream(aProblem({ size: 2, order: [[0, 1]] }), run, reviewed)).toBe(50);
  });

  it('makes work that is ready during a verification wait for its end, all of it together', () => {
    // 0 is verified from 1 to 11; 1 and 2, ready at 2 and 10, from 11 to 21
    const slow = { ...plain, verifyMinutes: 10 };
    expect(simulateStream(aProblem({ size: 3 }), aRun([1, 2, 10]), slow)).toBe(21);
  });

  it('verifies together all sessions that end at the same moment', () => {
    expect(simulateStream(aProblem({ size: 3 }), aRun([7, 7, 7]), { ...plain, verifyMinutes: 5 })).toBe(12);
  });
});
