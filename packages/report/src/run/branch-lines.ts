import type { RunState } from '@breakwater/model';
import { columnsOf, padEnd } from '../columns-of.js';
import { measure } from '../fit-line.js';
import { dim, paint, strong } from '../line.js';
import { shown } from '../safe-text.js';
import { lineWidth, type View } from '../view.js';
import { wrapLine } from '../wrap-line.js';
import { branchOf } from './branch-of.js';

/** More would push the rest off the screen. */
const LISTED = 20;

/** The branch of every task that left work: one reviewable branch each, integrated or not. */
export function branchLines(state: RunState, view: View): readonly string[] {
  const kept = state.tasks.flatMap((task) => {
    const branch = branchOf(state, task);
    return branch === undefined ? [] : [{ id: task.id, branch }];
  });
  if (kept.length === 0) return [];
  const width = lineWidth(view);
  const column = Math.max(...kept.map(({ id }) => columnsOf(shown(id, view)))) + 4;
  // The branch names the task, so in a narrow window it stands alone; for all of them, or the rows would not line up.
  const beside = kept.every(({ branch }) => measure([branch], view) <= width - column);
  const rows = kept
    .slice(0, LISTED)
    .flatMap(({ id, branch }) =>
      wrapLine(beside ? ['  ', padEnd(shown(id, view), column - 2)] : ['  '], [dim(branch)], width, view),
    );
  const hidden = kept.length - LISTED;
  const more = hidden > 0 ? wrapLine(['  '], [dim(`and ${hidden} more, named in the same way`)], width, view) : [];
  return [paint([strong('Branches')], view), ...rows, ...more];
}
