import { awaitsReview, type RunState } from '@breakwater/model';
import type { LabelledRow } from '../labelled-row.js';
import { strong } from '../line.js';
import { count, lineCounts } from '../quantities.js';
import { sentence } from '../sentence.js';
import { signsOf } from '../signs.js';
import type { View } from '../view.js';
import { extent, tasksIn, workOf } from './run-facts.js';
import { failedSentence, heldSentence, keptSentence } from './task-sentence.js';

/** What became of the tasks: the integrated ones together, every other with its reason. */
export function outcomeRows(state: RunState, view: View): readonly LabelledRow[] {
  return [
    ...doneRow(state, view),
    ...readyRows(state),
    ...heldRows(state),
    ...failedRows(state),
    ...blockedRows(state),
    ...waitingRow(state),
    ...stoppedRow(state),
  ];
}

function doneRow(state: RunState, view: View): readonly LabelledRow[] {
  const done = tasksIn(state, 'integrated');
  if (done.length === 0) return [];
  const changed = extent(done.flatMap((task) => workOf(task)?.changes ?? []));
  const text = [
    `${count(done.length, 'task')}, ${count(changed.files, 'file')}, `,
    { text: lineCounts(changed, signsOf(view).minus), whole: true },
  ];
  return [{ mark: { sign: 'done', role: 'good' }, label: 'done', text: [...text, `, integrated on ${state.integration}`] }];
}

/** Sessions that ended well before the run stopped: their work waits to be integrated. */
function readyRows(state: RunState): readonly LabelledRow[] {
  const ready = state.tasks.filter((task) => task.state.state === 'committed' || task.state.state === 'verified');
  return ready.map((task) => ({
    mark: { sign: 'waiting', role: 'dim' },
    label: 'ready',
    text: [
      strong(task.id),
      `: its session ended well; ${awaitsReview(state, task) ? 'it waits for your review' : 'not yet integrated'}. ${keptSentence(state, task)}`,
    ],
  }));
}

function heldRows(state: RunState): readonly LabelledRow[] {
  return tasksIn(state, 'held').map((task) => ({
    mark: { sign: 'held', role: 'warn' },
    label: 'held',
    text: [strong(task.id), `: ${sentence(heldSentence(task.state))} ${keptSentence(state, task)}`],
  }));
}

function failedRows(state: RunState): readonly LabelledRow[] {
  return tasksIn(state, 'failed').map((task) => ({
    mark: { sign: 'failed', role: 'bad' },
    label: 'failed',
    text: [strong(task.id), `: ${sentence(failedSentence(task.state))} ${keptSentence(state, task)}`],
  }));
}

function blockedRows(state: RunState): readonly LabelledRow[] {
  return tasksIn(state, 'blocked').map((task) => {
    const by = state.tasks.find(({ id }) => id === task.state.by)?.state.state;
    const why =
      by === 'failed' || by === 'held' || by === 'blocked'
        ? `${task.state.by} ${by === 'failed' ? 'failed' : `is ${by}`}`
        : `needs ${task.state.by}`;
    return { mark: { sign: 'failed', role: 'dim' }, label: 'blocked', text: [strong(task.id), `: ${why}`] };
  });
}

function waitingRow(state: RunState): readonly LabelledRow[] {
  const waiting = [...tasksIn(state, 'running'), ...tasksIn(state, 'pending')];
  if (waiting.length === 0) return [];
  const text = `${waiting.map(({ id }) => id).join(', ')}: not finished when the run stopped`;
  return [{ mark: { sign: 'waiting', role: 'dim' }, label: 'waiting', text: [text] }];
}

function stoppedRow({ outcome, stoppedBy }: RunState): readonly LabelledRow[] {
  if (outcome !== 'interrupted' || stoppedBy === undefined) return [];
  return [{ mark: { sign: 'held', role: 'warn' }, label: 'stopped', text: [stoppedBy] }];
}
