import type { Recorded, RunEvent, RunStarted } from './event.js';
import { beginPace, foldPace } from './fold-pace.js';
import { byWave, foldReplan } from './fold-replan.js';
import type { RunState, TaskRun, TaskState, Work } from './run.js';
import type { TaskId } from './task.js';
import { unreachable } from './unreachable.js';
import { addUsage, NO_USAGE, type Usage } from './usage.js';

/** What the records of one run mean. Pure; `execute`, `status`, `resume` and the live view all use it. Throws on a journal that does not begin with run-started. */
export function foldRun(records: readonly Recorded[]): RunState {
  const [first, ...rest] = records;
  if (first?.event.ev !== 'run-started') throw new Error('Internal error: a run begins with run-started');
  return rest.reduce(foldRecord, begin(first.event, first.t));
}

/** One step of the fold, for readers that follow a run record by record. */
export function foldRecord(state: RunState, record: Recorded): RunState {
  const gap = record.event.ev === 'run-resumed' ? 0 : secondsBetween(state.lastEventAt, record.t);
  const timed = { ...state, lastEventAt: record.t, seconds: state.seconds + gap };
  const next = apply(timed, record.event, record.t);
  return { ...next, pace: foldPace(state.pace, record.event, next.tasks) };
}

function begin(event: RunStarted, t: string): RunState {
  return {
    run: event.run,
    plan: event.plan,
    ...(event.frozen === undefined ? {} : { frozen: event.frozen }),
    base: event.base,
    baseBranch: event.baseBranch,
    integration: event.integration,
    tip: event.base,
    chain: [],
    review: event.review ?? 'none',
    concurrency: event.concurrency,
    schedule: event.schedule ?? 'waves',
    pace: beginPace(event.concurrency),
    runner: event.runner,
    ...(event.budget === undefined ? {} : { budget: event.budget }),
    ...(event.protection === undefined ? {} : { protection: event.protection }),
    waves: byWave(event.tasks),
    wave: 0,
    waveBase: event.base,
    tasks: event.tasks.map((task) => ({ ...task, ...UNTOUCHED, reworksLeft: event.reworks ?? 0 })),
    outcome: 'running',
    resumed: 0,
    startedAt: t,
    lastEventAt: t,
    seconds: 0,
  };
}

const UNTOUCHED = {
  state: { state: 'pending' },
  attempts: 0,
  retries: 0,
  usage: NO_USAGE,
  verifySeconds: 0,
  claims: [],
  breaches: [],
} as const;

function apply(state: RunState, event: RunEvent, t: string): RunState {
  switch (event.ev) {
    case 'run-started':
      throw new Error('Internal error: a run starts once');
    case 'run-resumed':
      return { ...withoutReason(state), outcome: 'running', resumed: state.resumed + 1 };
    case 'wave-started':
      return { ...state, wave: event.wave, waveBase: event.base };
    case 'run-replanned':
      return foldReplan(state, event);
    case 'run-interrupted':
      return { ...state, outcome: 'interrupted', stoppedBy: event.why };
    case 'run-abandoned':
      return { ...state, outcome: 'abandoned' };
    case 'run-finished':
      return { ...state, outcome: 'finished', tip: event.tip };
    case 'task-integrated':
      return applyToTask(lengthened(state, event), event, t);
    case 'task-reopened':
      return reopened(state, event.task);
    case 'task-undone':
      return applyToTask(shortened(state, event), event, t);
    case 'base-moved':
      return { ...state, baseMoved: event.is === undefined ? {} : { is: event.is } };
    case 'run-landing':
      return { ...state, landing: { branch: event.branch, from: event.from, to: event.to } };
    case 'landing-undone':
      return withoutLanding(state);
    case 'batch-verified':
      return { ...state, tasks: state.tasks.map((task) => foldMember(task, event)) };
    case 'base-red':
      return { ...state, red: { commit: event.commit, command: event.command, exitCode: event.exitCode } };
    case 'session-started':
      return withTask(state, event.task, (task) => ({ ...task, session: event.sessionId }));
    case 'run-landed':
    case 'batch-failed':
    case 'run-paused':
    case 'note':
      return state;
    default:
      return applyToTask(state, event, t);
  }
}

function lengthened(state: RunState, { task, commit }: Extract<RunEvent, { ev: 'task-integrated' }>): RunState {
  return { ...state, tip: commit, chain: [...state.chain, { task, commit }] };
}

function shortened(state: RunState, { task, from, to }: Extract<RunEvent, { ev: 'task-undone' }>): RunState {
  return { ...state, tip: to, chain: state.chain.filter((one) => one.task !== task), undone: { from, to } };
}

function withoutLanding({ landing: _, ...rest }: RunState): RunState {
  return rest;
}

/** With all that it blocks, through others too. The waves are gone through again, on the tip as it is now. */
function reopened(state: RunState, task: TaskId): RunState {
  const open = behind(task, state.tasks);
  const tasks = state.tasks.map((one): TaskRun => (open.has(one.id) ? { ...one, state: { state: 'pending' } } : one));
  return { ...state, tasks, wave: 0, outcome: state.outcome === 'finished' ? 'interrupted' : state.outcome };
}

/** The task and those it blocks, wherever they stand in the list. A set that grows while it is gone through is gone through to its end. */
function behind(task: TaskId, tasks: readonly TaskRun[]): ReadonlySet<TaskId> {
  const open = new Set([task]);
  for (const blocker of open) {
    for (const { id, state } of tasks) if (state.state === 'blocked' && state.by === blocker) open.add(id);
  }
  return open;
}

/** The seconds of a batch count once, with its last member. */
function foldMember(task: TaskRun, { members, old, seconds }: Extract<RunEvent, { ev: 'batch-verified' }>): TaskRun {
  const member = members.find((one) => one.task === task.id);
  const last = members.at(-1);
  if (member === undefined || last === undefined) return task;
  return {
    ...task,
    verifySeconds: task.verifySeconds + (member === last ? seconds : 0),
    state: {
      state: 'verified',
      attempt: task.attempts,
      work: workOf(task),
      candidate: member.commit,
      old,
      through: last.commit,
    },
  };
}

function withoutReason({ stoppedBy: _, ...state }: RunState): RunState {
  return state;
}

type TaskEvent = Extract<RunEvent, { ev: `task-${string}` }>;

function applyToTask(state: RunState, event: TaskEvent, t: string): RunState {
  return withTask(state, event.task, (task) => foldTask(task, event, t));
}

function withTask(state: RunState, id: TaskId, change: (task: TaskRun) => TaskRun): RunState {
  return { ...state, tasks: state.tasks.map((task) => (task.id === id ? change(task) : task)) };
}

function gitChanged(task: TaskRun, { paths, ignored }: Extract<TaskEvent, { ev: 'task-git-changed' }>): Partial<TaskRun> {
  const together = (a: readonly string[] = [], b: readonly string[] = []) => [...new Set([...a, ...b])].sort();
  const unseen = ignored === undefined ? {} : { ignoredChanged: together(task.ignoredChanged, ignored) };
  return { gitChanged: together(task.gitChanged, paths), ...unseen };
}

function foldTask(task: TaskRun, event: TaskEvent, t: string): TaskRun {
  switch (event.ev) {
    case 'task-started':
      return started(task, event, t);
    case 'task-claimed':
      return { ...task, claims: [...task.claims, event.path] };
    case 'task-breached':
      return { ...task, breaches: [...task.breaches, event.breach] };
    case 'task-git-changed':
      return { ...task, ...gitChanged(task, event) };
    case 'task-phase':
      return task.state.state === 'running' ? { ...task, state: { ...task.state, phase: event.phase } } : task;
    case 'task-committed':
      return spend(task, event.usage, { state: 'committed', attempt: task.attempts, work: event.work });
    case 'task-failed':
      return spend(task, event.usage, failed(task, event));
    case 'task-stopped':
      return stopped(task, event, event.again === undefined ? {} : { again: event.again });
    case 'task-retried':
      return { ...stopped(task, event, { notBefore: event.notBefore }), retries: task.retries + 1 };
    case 'task-blocked':
      return { ...task, state: { state: 'blocked', by: event.by } };
    case 'task-held':
      return {
        ...task,
        state: {
          state: 'held',
          attempt: task.attempts,
          work: workOf(task),
          paths: event.paths,
          with: event.with,
          ...(event.faults === undefined ? {} : { faults: event.faults }),
        },
      };
    case 'task-verified':
      return {
        ...task,
        verifySeconds: task.verifySeconds + event.seconds,
        state: { state: 'verified', attempt: task.attempts, work: workOf(task), candidate: event.candidate, old: event.old },
      };
    case 'task-approved':
      return task.state.state === 'committed' && task.state.work.commit === event.commit
        ? { ...task, state: { ...task.state, approved: true } }
        : task;
    case 'task-reopened':
      return task;
    case 'task-undone':
      return { ...task, state: { state: 'failed', attempt: task.attempts, failure: { reason: 'undone' }, work: workOf(task) } };
    case 'task-integrated':
      return { ...task, state: { state: 'integrated', attempt: task.attempts, work: workOf(task), commit: event.commit } };
    default:
      return unreachable(event);
  }
}

function started(task: TaskRun, event: Extract<TaskEvent, { ev: 'task-started' }>, t: string): TaskRun {
  const { place: _, session: __, ...rest } = task;
  const { attempt, lane, base, again, claims = [] } = event;
  const usd = event.usd === undefined ? {} : { usd: event.usd };
  const running = { state: 'running', lane, attempt, base, phase: 'open', since: t, ...usd } as const;
  if (again === undefined) return { ...rest, attempts: attempt, claims, state: running };
  const session = task.session === undefined ? {} : { session: task.session };
  const known = { ...rest, ...session, attempts: attempt, claims, place: again.place };
  if (task.state.state !== 'held') return { ...known, state: running };
  const { state: ___, notBefore: ____, ...reworks } = task.state;
  return { ...known, reworksLeft: task.reworksLeft - 1, state: { ...running, reworks } };
}

/** A rework that was cut off begins anew, and is not counted. */
function stopped(task: TaskRun, { usage }: { readonly usage: Usage }, rest: Omit<Waiting, 'state'>): TaskRun {
  if (task.state.state !== 'running' || task.state.reworks === undefined)
    return spend(task, usage, { state: 'pending', ...rest });
  const { again: _, ...wait } = rest;
  return { ...spend(task, usage, { state: 'held', ...task.state.reworks, ...wait }), reworksLeft: task.reworksLeft + 1 };
}

type Waiting = Extract<TaskState, { state: 'pending' }>;

/** A rework that failed leaves the work that was held, and why it is not more. */
function failed(task: TaskRun, event: Extract<TaskEvent, { ev: 'task-failed' }>): TaskState {
  if (task.state.state === 'running' && task.state.reworks !== undefined)
    return { state: 'held', ...task.state.reworks, failure: event.failure };
  const work = 'work' in task.state && task.state.work !== undefined ? { work: task.state.work } : {};
  const commit = event.commit === undefined ? {} : { commit: event.commit };
  const safeAt = event.safeAt === undefined ? {} : { safeAt: event.safeAt };
  return { state: 'failed', attempt: task.attempts, failure: event.failure, ...work, ...commit, ...safeAt };
}

function spend(task: TaskRun, usage: Usage, state: TaskState): TaskRun {
  const kept = task.state.state === 'running' && usage.usd === undefined ? task.state.usd : undefined;
  const unknown = kept === undefined ? {} : { unknownUsd: (task.unknownUsd ?? 0) + kept };
  return { ...task, state, usage: addUsage(task.usage, usage), ...unknown };
}

function workOf(task: TaskRun): Work {
  if ('work' in task.state && task.state.work !== undefined) return task.state.work;
  throw new Error(`Internal error: task ${task.id} has no commit in state ${task.state.state}`);
}

/** Never negative: clocks jump. */
function secondsBetween(a: string, b: string): number {
  return Math.max(0, (Date.parse(b) - Date.parse(a)) / 1000);
}
