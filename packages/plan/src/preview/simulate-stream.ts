import type { ReviewSettings } from '@breakwater/model';
import { at } from '../at.js';
import { type Dispatcher, openDispatcher } from '../stream/dispatcher.js';
import type { StreamProblem } from '../stream/stream-problem.js';
import type { DrawnRun } from './draw-run.js';
import { type Reviewers, someReviewers } from './reviewers.js';

/** How a run goes, beside its tasks. */
export interface Conditions {
  /** Sessions at once. */
  readonly lanes: number;
  readonly review: Pick<ReviewSettings, 'mode' | 'reviewers'>;
  /** Minutes to verify what is ready, however many tasks that are. */
  readonly verifyMinutes: number;
}

/**
 * Minutes until the last task of a stream is integrated. Sessions are started by the dispatcher of the real run, as soon as a lane is
 * free and what blocks them is integrated; all that is ready is verified together, one batch at a time.
 */
export function simulateStream(problem: StreamProblem, run: DrawnRun, conditions: Conditions): number {
  const moment = beginning(problem, run, conditions);
  while (startAndVerify(moment)) {
    moment.now = nextEvent(moment);
    endSessions(moment);
    endBatch(moment);
  }
  return moment.now;
}

interface Moment {
  readonly run: DrawnRun;
  readonly conditions: Conditions;
  readonly dispatcher: Dispatcher;
  readonly reviewers: Reviewers;
  /** By task: when its session ends. */
  readonly working: Map<number, number>;
  /** By task: when its work may be integrated. */
  readonly ready: Map<number, number>;
  batch: { readonly tasks: readonly number[]; readonly end: number } | undefined;
  now: number;
}

function beginning(problem: StreamProblem, run: DrawnRun, conditions: Conditions): Moment {
  const reviewers = someReviewers(conditions.review.reviewers);
  const nothing = { working: new Map(), ready: new Map(), batch: undefined, now: 0 };
  return { run, conditions, dispatcher: openDispatcher(problem), reviewers, ...nothing };
}

/** False when nothing is under way any more. */
function startAndVerify(moment: Moment): boolean {
  const { run, conditions, dispatcher, working, ready, now } = moment;
  for (const task of dispatcher.start(conditions.lanes - working.size)) working.set(task, now + at(run.session, task));
  const due = [...ready].filter(([, when]) => when <= now).map(([task]) => task);
  if (moment.batch === undefined && due.length > 0) {
    for (const task of due) ready.delete(task);
    moment.batch = { tasks: due, end: now + conditions.verifyMinutes };
  }
  return working.size > 0 || ready.size > 0 || moment.batch !== undefined;
}

/** Work that is ready and waits for the batch before it is no event. */
function nextEvent({ working, ready, batch, now }: Moment): number {
  const reviewed = [...ready.values()].filter((when) => when > now);
  return Math.min(batch?.end ?? Number.POSITIVE_INFINITY, ...working.values(), ...reviewed);
}

function endSessions({ run, conditions, reviewers, working, ready, now }: Moment): void {
  for (const [task, end] of working) {
    if (end > now) continue;
    working.delete(task);
    ready.set(task, conditions.review.mode === 'none' ? end : reviewers.review(end, at(run.review, task)));
  }
}

function endBatch(moment: Moment): void {
  if (moment.batch === undefined || moment.batch.end > moment.now) return;
  for (const task of moment.batch.tasks) moment.dispatcher.integrate(task);
  moment.batch = undefined;
}
