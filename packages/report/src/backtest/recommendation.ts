import type { Backtest } from '@breakwater/model';
import { lineWidth, type View } from '../view.js';
import { wrapLine } from '../wrap-line.js';
import { pointName } from './point-table.js';

/** What to change, or that there is no reason to. */
export function recommendation(backtest: Backtest, view: View): readonly string[] {
  return wrapLine([], [sentence(backtest)], lineWidth(view), view);
}

function sentence({ enough, points, present, recommended, plans }: Backtest): string {
  const used = points[present];
  if (used === undefined) return `Nothing to measure: a plan needs commits of people that change some files within 45 days.`;
  if (!enough) return `Stay with ${pointName(used)} until there is more history to learn from.`;
  const better = recommended === undefined ? undefined : points[recommended];
  if (better === undefined)
    return `Nothing is clearly better than ${pointName(used)} on these ${plans.oneAuthor + plans.anybody} plans.`;
  const saved = (used.cost.value - better.cost.value).toFixed(1);
  return `${pointName(better)} would have been better: it saves ${saved} per plan, when a wave counts as half a collision.`;
}
