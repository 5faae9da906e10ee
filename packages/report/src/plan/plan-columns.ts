import type { Plan } from '@breakwater/model';
import { columnsOf } from '../columns-of.js';
import { shown } from '../safe-text.js';
import { lineWidth, type View } from '../view.js';

/** Where each column of the plan begins and how wide it is; the same for all tasks, so nothing moves sideways. */
export interface PlanColumns {
  readonly width: number;
  /** The name has a line of its own: in a narrow window, and in the long form, whose many paths are to be told apart. */
  readonly stacked: boolean;
  readonly name: number;
  readonly mark: number;
  readonly path: number;
  /** `+7`, `100%`. */
  readonly more: number;
  readonly because: number;
}

const MORE = 4;

export function planColumns(plan: Plan, verbose: boolean, view: View): PlanColumns {
  const width = lineWidth(view);
  const narrow = view.columns < 60;
  const stacked = narrow || verbose;
  const because = narrow ? 0 : view.columns < 105 ? 18 : 31;
  const longest = Math.max(0, ...plan.tasks.map(({ id }) => columnsOf(shown(id, view))));
  const name = stacked ? width - 2 : Math.min(longest, Math.floor(width * 0.3));
  const mark = stacked ? 4 : name + 4;
  // mark, space, path, space, more, two spaces, because
  const path = width - mark - 3 - MORE - (narrow ? 0 : because + 2);
  return { width, stacked, name, mark, path, more: MORE, because };
}
