import {
  type Budget,
  type CommitId,
  type Interrupted,
  type LaneEnd,
  type LaneOrder,
  NO_USAGE,
  type RunEvent,
  type RunState,
  type Task,
  type TaskId,
  taskBranch,
  unreachable,
} from '@breakwater/model';
import { afterCollision, afterInterruption } from './again-prompt.js';
import { checkDrift, workBeside } from './check-drift.js';
import type { ClaimDesk } from './claims/claim-desk.js';
import type { Halt } from './halt.js';
import { newsTo } from './lane-news.js';
import type { Action } from './next-actions.js';
import { afterFailure } from './pace.js';
import type { Ports } from './ports.js';
import { laneId, pendingBeside, planned, taskRun } from './progress.js';
import { composePrompt } from './prompt.js';
import type { Recorder } from './recorder.js';
import { fenceOf, type RunInput } from './run-input.js';
import { isOfThePlace, setBack } from './set-back.js';
import { standingOf } from './standing.js';
import { grantedBudget } from './task-budget.js';

type Start = Extract<Action, { do: 'start' }>;

/** Runs one session, already recorded as started, to the event that says how it ended. */
export async function runTask(start: Start, world: World): Promise<void> {
  const { input, ports, recorder, desk } = world;
  const task = planned(input.tasks, start.task);
  const budget = grantedBudget(recorder.state(), task);
  if (budget === undefined) {
    const message = 'what is left of the run budget does not pay for another session';
    return recorder.note({
      ev: 'task-failed',
      task: start.task,
      failure: { reason: 'budget', limit: 'usd', message },
      usage: NO_USAGE,
    });
  }
  const order = laneOrder(start, { task, budget, state: recorder.state() }, input);
  const end = await ports.lanes.open(order, { ask: (ask) => desk.ask(ask), news: newsTo(ports, recorder) });
  if (isOfThePlace(end)) return setBack(start.task, end, world);
  const event = await judge(end, order, world);
  for (const one of event.ev === 'task-failed' ? failed(event, world) : [event]) {
    await recorder.note(one);
    // Its work is under a ref, and the next attempt has a place of its own; a rework is begun anew in the same.
    if (one.ev === 'task-retried' && start.again?.why !== 'collision') await ports.lanes.close(order.id);
  }
}

function failed(event: Extract<RunEvent, { ev: 'task-failed' }>, { input, ports, recorder }: World): readonly RunEvent[] {
  return afterFailure(event, input, { task: taskRun(recorder.state(), event.task), now: ports.clock.now() });
}

interface World {
  readonly input: RunInput;
  readonly ports: Ports;
  readonly recorder: Recorder;
  readonly desk: ClaimDesk;
  readonly halt: Halt;
}

interface Given {
  readonly task: Task;
  readonly budget: Budget;
  readonly state: RunState;
}

function laneOrder(start: Start, { task, budget, state }: Given, input: RunInput): LaneOrder {
  const run = taskRun(state, task.id);
  return {
    version: 1,
    id: laneId(input.run, run),
    lane: start.lane,
    base: start.base,
    waiting: pendingBeside(state, task.id),
    branch: taskBranch(input.run, task.id, start.attempt),
    ...prompts(start, composePrompt(input.plan, input.tasks, task.id, besideNow(state, task.id)), state),
    runner: input.runner,
    fence: fenceOf(input),
    grants: run.claims,
    ...(task.model === undefined ? {} : { model: task.model }),
    budget,
    verify: task.verify,
    ...(input.prepare === undefined ? {} : { prepare: input.prepare }),
    commitMessage: `${task.title}\n\nWork the session left uncommitted.`,
  };
}

/** The whole prompt, and for an attempt that goes on also what to say in its own conversation. */
function prompts({ task, again }: Start, whole: string, state: RunState): Pick<LaneOrder, 'prompt' | 'again'> {
  if (again === undefined) return { prompt: whole };
  const run = taskRun(state, task);
  const news = again.why === 'interrupted' ? afterInterruption() : afterCollision(run, state);
  const conversation = run.session === undefined ? {} : { conversation: { session: run.session, prompt: news } };
  return { prompt: `${whole}\n${news}`, again: { why: again.why, commit: again.commit, ...conversation } };
}

/** In a stream nobody's neighbours are known before: those whose work is under way and not yet where this task starts from. */
function besideNow(state: RunState, task: TaskId): readonly TaskId[] | undefined {
  if (state.schedule === 'waves') return undefined;
  return standingOf(state, 0).open.flatMap((other) => (other.task === task ? [] : [other.task]));
}

async function judge(end: LaneEnd, order: LaneOrder, world: World): Promise<RunEvent> {
  const { task } = order.id;
  const commit = 'commit' in end && end.commit !== undefined ? { commit: end.commit } : {};
  // A ref first: whatever is decided about the commit, it can no longer be lost.
  if (commit.commit !== undefined) await world.ports.repository.keep({ ...order.id, commit: commit.commit });
  switch (end.end) {
    case 'committed':
      return judgeCommit(end, order, world);
    case 'failed':
      return { ev: 'task-failed', task, failure: end.failure, usage: end.usage, ...commit };
    case 'stopped':
      return { ev: 'task-stopped', task, usage: end.usage, ...commit, ...goesOn(end.commit, order, world) };
    case 'lost':
      return {
        ev: 'task-failed',
        task,
        failure: { reason: 'lost', message: end.message },
        usage: NO_USAGE,
        safeAt: end.safeAt,
      };
    default:
      return unreachable(end);
  }
}

/** A conversation that was cut off by us can be gone on with, in its place. A program without one begins anew, from its base. */
function goesOn(commit: CommitId | undefined, { id, base }: LaneOrder, { recorder }: World): { readonly again?: Interrupted } {
  const { session } = taskRun(recorder.state(), id.task);
  if (session === undefined) return {};
  return { again: { why: 'interrupted', place: id.place ?? id.attempt, commit: commit ?? base, base } };
}

/** What git shows decides, not what the session says. */
async function judgeCommit(end: Committed, order: LaneOrder, { input, ports, recorder, desk }: World): Promise<RunEvent> {
  const { task } = order.id;
  const { commit, usage, savedByUs } = end;
  const settled = end.settled === undefined ? {} : { settled: end.settled };
  if (!(await ports.repository.descends(commit, order.base))) {
    const message = `its branch does not descend from ${order.base.slice(0, 7)}`;
    return { ev: 'task-failed', task, failure: { reason: 'off-base', message }, commit, usage };
  }
  const changes = await ports.repository.changes(order.base, commit);
  if (changes.length === 0) return { ev: 'task-failed', task, failure: { reason: 'no-change' }, usage };
  const breaches = await desk.inspect(
    task,
    changes.map(({ path }) => path),
  );
  const outside = breaches.filter(({ holder }) => holder === undefined).map(({ path }) => path);
  if (outside.length > 0) return { ev: 'task-failed', task, failure: { reason: 'fence', paths: outside }, commit, usage };
  const drift = checkDrift(planned(input.plan.tasks, task), changes, workBeside(recorder.state(), task, order.base));
  return { ev: 'task-committed', task, work: { base: order.base, commit, changes, savedByUs, ...settled, drift }, usage };
}

type Committed = Extract<LaneEnd, { end: 'committed' }>;
