import { type Recorded, type RunEvent, type RunState, type TaskId, type TaskRun, unreachable } from '@breakwater/model';
import { padEnd } from '../columns-of.js';
import { count, duration, limit, lineCounts, listed, money, secondsBetween } from '../quantities.js';
import { safeText } from '../safe-text.js';
import { sentence } from '../sentence.js';
import { spoken, type View } from '../view.js';
import { baseMovedText } from './base-moved-text.js';
import { baseRedText, batchFailedText } from './batch-text.js';
import { breachSentence } from './breach-sentence.js';
import { gitChangedSentence } from './control-text.js';
import { replanText } from './replan-text.js';
import { retryText } from './retry-text.js';
import { costOf, extent, scheduleText, taskNamed, tasksIn, usageOf, workOf } from './run-facts.js';
import { failedSentence, heldSentence, keptSentence } from './task-sentence.js';
import { waveEnd } from './wave-end.js';

/**
 * A record for a log: who, then what, nothing cut, ASCII where the words are ours. One event is one line; the event that
 * ends a wave has a second one. Undefined: not worth a line.
 */
export function plainLine(
  record: Recorded,
  before: RunState | undefined,
  after: RunState,
  reader: LogReader,
): string | undefined {
  const lines = eventLines(record, { before, after, reader });
  if (lines.length === 0) return undefined;
  const column = nameColumn(after);
  return lines
    .map(({ who, what }) => `${safeText(reader.clock(record.t))}  ${padEnd(safeText(who), column)}  ${safeText(what)}`)
    .join('\n');
}

/** Wide enough for every id of the run. */
export function nameColumn(state: RunState): number {
  return Math.max('still running'.length, ...state.tasks.map(({ id }) => id.length));
}

/** Who reads the log. */
export interface LogReader extends Pick<View, 'program'> {
  /** Shows a wall time, ISO 8601, to people. */
  readonly clock: (t: string) => string;
}

interface Told {
  readonly before: RunState | undefined;
  readonly after: RunState;
  readonly reader: LogReader;
}

interface Said {
  readonly who: string;
  readonly what: string;
}

function eventLines({ event, t }: Recorded, { before, after, reader }: Told): readonly Said[] {
  const run = `run ${after.run}`;
  switch (event.ev) {
    case 'run-started':
      return [{ who: run, what: startText(after) }];
    case 'run-resumed':
      return [{ who: run, what: `resumed: ${doneText(after)}` }];
    case 'run-interrupted':
      return [{ who: run, what: `stopped: ${sentence(event.why)} Go on with: ${spoken('breakwater resume', reader)}` }];
    case 'run-paused':
      return [{ who: run, what: `paused until ${reader.clock(event.until)}: ${event.why}` }];
    case 'run-abandoned':
      return [{ who: run, what: 'given up: its worktrees were taken away, its branches are kept' }];
    case 'run-finished':
      return [
        ...waveEndLine(before),
        { who: run, what: `finished: ${doneText(after)}, ${timeAndCost(after.seconds, costOf(usageOf(after.tasks)))}` },
      ];
    case 'wave-started':
      return [
        ...waveEndLine(before),
        { who: `wave ${event.wave}`, what: `started: ${(after.waves[event.wave - 1] ?? []).join(', ')}` },
      ];
    case 'run-replanned':
      return [{ who: run, what: replanText(event) }];
    case 'run-landing':
      return [{ who: run, what: `landing on ${event.branch}` }];
    case 'run-landed':
      return [{ who: run, what: 'landed' }];
    case 'landing-undone':
      return [{ who: run, what: 'its landing is taken back' }];
    case 'batch-verified':
      return [
        { who: run, what: `verified ${listed(event.members.map(({ task }) => task))} together ${duration(event.seconds)}` },
      ];
    case 'batch-failed':
      return [{ who: run, what: batchFailedText(event) }];
    case 'base-moved':
      return [{ who: run, what: baseMovedText(event, after) }];
    case 'base-red':
      return [{ who: run, what: baseRedText(event) }];
    case 'note':
      return [{ who: event.task ?? run, what: event.text }];
    default: {
      const what = taskText(event, { before, after, t });
      return what === undefined ? [] : [{ who: event.task, what }];
    }
  }
}

function startText(state: RunState): string {
  const budget = state.budget === undefined ? '' : `, budget ${limit(state.budget)}`;
  const size = `${count(state.tasks.length, 'task')}, ${scheduleText(state)}`;
  return `${size}, at most ${state.concurrency} at once${budget}, onto ${state.integration}`;
}

function doneText(state: RunState): string {
  return `${tasksIn(state, 'integrated').length} of ${count(state.tasks.length, 'task')} done`;
}

function waveEndLine(before: RunState | undefined): readonly Said[] {
  if (before === undefined || before.wave === 0) return [];
  const { integrated, tasks, seconds, usd } = waveEnd(before, before.wave);
  const what =
    integrated === tasks ? `integrated, ${count(tasks, 'task')}` : `over, ${integrated} of ${count(tasks, 'task')} integrated`;
  return [{ who: `wave ${before.wave}`, what: `${what}, ${timeAndCost(seconds, usd)}` }];
}

function timeAndCost(seconds: number, usd: number | undefined): string {
  return usd === undefined ? duration(seconds) : `${duration(seconds)}, ${money(usd)}`;
}

type TaskEvent = Extract<RunEvent, { task: TaskId }>;
interface Moment {
  readonly before: RunState | undefined;
  readonly after: RunState;
  readonly t: string;
}

function taskText(event: Exclude<TaskEvent, { ev: 'note' }>, { before, after, t }: Moment): string | undefined {
  const task = taskNamed(after, event.task);
  switch (event.ev) {
    case 'task-started':
      return startedText(event);
    case 'task-phase':
      return phaseText(event.phase, before && taskNamed(before, event.task), t);
    case 'session-started':
    case 'task-claimed':
      return undefined;
    case 'task-breached':
      return breachSentence(event.breach);
    case 'task-git-changed':
      return gitChangedSentence(event);
    case 'task-committed':
      return `session ended ${workText(task)}`;
    case 'task-verified':
      return `verified ${duration(event.seconds)}`;
    case 'task-integrated':
      return `integrated ${workText(task)}`;
    case 'task-stopped':
      return event.commit === undefined ? 'stopped' : 'stopped, its work is kept';
    case 'task-retried':
      return retryText(event, t);
    case 'task-blocked':
      return `blocked: needs ${event.by}`;
    case 'task-approved':
      return 'approved';
    case 'task-reopened':
      return 'is to run again';
    case 'task-held':
    case 'task-undone':
    case 'task-failed':
      return task && endedText(after, task);
    default:
      return unreachable(event);
  }
}

function startedText({ attempt, again }: Extract<RunEvent, { ev: 'task-started' }>): string {
  if (again === undefined) return attempt === 1 ? 'started' : `started, attempt ${attempt}`;
  return again.why === 'collision' ? 'goes back to its session, on what is integrated now' : 'goes on where it was interrupted';
}

/** Preparing takes minutes, so its end is news; the other phases follow from the lines around them. */
function phaseText(phase: string, before: TaskRun | undefined, t: string): string | undefined {
  if (phase !== 'session' || before?.state.state !== 'running') return undefined;
  return `prepared ${duration(secondsBetween(before.state.since, t))}`;
}

function workText(task: TaskRun | undefined): string {
  if (task === undefined) return '';
  const changed = extent(workOf(task)?.changes ?? []);
  const usd = costOf(task.usage);
  const cost = usd === undefined ? '' : ` ${money(usd)}`;
  return `${count(changed.files, 'file')} ${lineCounts(changed)} ${duration(task.usage.seconds)}${cost}`;
}

function endedText(run: RunState, task: TaskRun): string | undefined {
  const { state } = task;
  if (state.state === 'held') return `held: ${sentence(heldSentence(state))} ${keptSentence(run, task)}`;
  return state.state === 'failed' ? `failed: ${sentence(failedSentence(state))} ${keptSentence(run, task)}` : undefined;
}
