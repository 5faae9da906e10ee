import { type RunState, type TaskRun, unreachable } from '@breakwater/model';
import type { Role } from '../line.js';
import { count, duration, lineCounts, money, secondsBetween } from '../quantities.js';
import { type Signs, signsOf } from '../signs.js';
import type { View } from '../view.js';
import { costOf, extent } from './run-facts.js';
import { failedSentence, heldSentence } from './task-sentence.js';

/** Where a task stands: one sign, one word, one remark. */
export interface StateRow {
  readonly sign: keyof Signs;
  readonly role: Role;
  readonly word: string;
  readonly remark: string;
}

export function stateRow(run: RunState, task: TaskRun, view: View): StateRow {
  const { state } = task;
  switch (state.state) {
    case 'pending':
      return { sign: 'waiting', role: 'dim', word: 'waiting', remark: waitingRemark(run, task) };
    case 'running':
      return {
        sign: 'working',
        role: 'work',
        word: state.phase,
        remark: runningRemark(task, secondsBetween(state.since, run.lastEventAt)),
      };
    case 'committed':
      return { sign: 'working', role: 'work', word: 'committed', remark: workRemark(task, view) };
    case 'verified':
      return { sign: 'done', role: 'good', word: 'verified', remark: workRemark(task, view) };
    case 'integrated':
      return { sign: 'done', role: 'good', word: 'integrated', remark: workRemark(task, view) };
    case 'held':
      return { sign: 'held', role: 'warn', word: 'held', remark: heldSentence(state) };
    case 'failed':
      return { sign: 'failed', role: 'bad', word: 'failed', remark: failedSentence(state) };
    case 'blocked':
      return { sign: 'failed', role: 'dim', word: 'blocked', remark: `needs ${state.by}` };
    default:
      return unreachable(state);
  }
}

function waitingRemark(run: RunState, { wave, after }: TaskRun): string {
  const missing = after.filter((id) => run.tasks.some((one) => one.id === id && one.state.state !== 'integrated'));
  if (missing.length > 0) return `waits for ${missing.join(', ')}`;
  if (run.schedule === 'stream') return 'waits its turn';
  return wave > run.wave ? `wave ${wave}` : 'waits for a free place';
}

function runningRemark({ attempts }: TaskRun, seconds: number): string {
  return attempts > 1 ? `${duration(seconds)}, attempt ${attempts}` : duration(seconds);
}

function workRemark(task: TaskRun, view: View): string {
  const changed = extent('work' in task.state ? (task.state.work?.changes ?? []) : []);
  const usd = costOf(task.usage);
  const cost = usd === undefined ? '' : `, ${money(usd)}`;
  return `${count(changed.files, 'file')} ${lineCounts(changed, signsOf(view).minus)}, ${duration(task.usage.seconds)}${cost}`;
}
