import type { RunState } from '@breakwater/model';
import { labelledRow } from '../labelled-row.js';
import { dim, paint, strong } from '../line.js';
import { commandLines, type NextCommand } from '../next-lines.js';
import { count, duration } from '../quantities.js';
import { lineWidth, type View } from '../view.js';
import { wrapLine } from '../wrap-line.js';

import { figureRows } from './figure-rows.js';
import { outcomeRows } from './outcome-rows.js';
import { tasksIn } from './run-facts.js';
import { taskTable } from './task-table.js';

/** The end of a run: what is done and where, what is not and why, what it took, how to go on. */
export function renderSummary(state: RunState, view: View, extra: { readonly next: readonly NextCommand[] }): string {
  const blocks = [
    headLines(state, view),
    outcomeRows(state, view).flatMap((row) => labelledRow(row, view)),
    figureRows(state).flatMap((row) => labelledRow(row, view)),
    taskTable(state, view),
    extra.next.length === 0 ? [] : [paint([strong('Next')], view), ...commandLines(extra.next, view)],
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => `${block.join('\n')}\n`)
    .join('\n');
}

function headLines(state: RunState, view: View): readonly string[] {
  const all = state.tasks.length;
  const title = `${tasksIn(state, 'integrated').length} of ${count(all, 'task')} ${all === 1 ? 'is' : 'are'} done`;
  const run = `run ${state.run}, ${duration(state.seconds)}`;
  return wrapLine([], [strong(title), '   ', { ...dim(run), whole: true }], lineWidth(view), view);
}
