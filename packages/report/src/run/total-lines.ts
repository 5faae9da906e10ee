import type { RunState } from '@breakwater/model';
import { fitLine } from '../fit-line.js';
import { dim, type Line } from '../line.js';
import { duration, limit, money, secondsBetween, tokens } from '../quantities.js';
import { signsOf } from '../signs.js';
import { lineWidth, type View } from '../view.js';
import type { LiveNews } from './live-news.js';
import { spent, tasksIn } from './run-facts.js';

/** `4 of 8 done   $3.18 of $10 ━━━━━─────   7:45`: the last thing to go when the window is small. */
export function totalLines(
  { state, live, now }: { readonly state: RunState; readonly live: LiveNews; readonly now: string },
  view: View,
): readonly string[] {
  const width = lineWidth(view);
  const seconds = state.seconds + (state.outcome === 'running' ? secondsBetween(state.lastEventAt, now) : 0);
  const { usd, tokens: size } = spent(state, live);
  const done = `${tasksIn(state, 'integrated').length} of ${state.tasks.length} done`;
  const trouble = troubleText(state);
  const cost = moneyLine(usd, state.budget, view);
  if (view.columns < 60) {
    const first = fitLine([done, '   ', duration(seconds), ...trouble], width, view);
    return cost.length === 0 ? [first] : [first, fitLine(cost, width, view)];
  }
  const extra = view.columns < 105 || size === 0 ? [] : [dim(`   ${tokens(size)} tokens`)];
  return [
    fitLine(
      ['  ', done, '   ', ...cost, ...(cost.length === 0 ? [] : ['   ']), duration(seconds), ...extra, ...trouble],
      width,
      view,
    ),
  ];
}

/** Without a budget, nothing until a session tells a cost: nought would be a claim. */
function moneyLine(usd: number, budget: number | undefined, view: View): Line {
  if (budget === undefined) return usd === 0 ? [] : [money(usd)];
  return [`${money(usd)} of ${limit(budget)} `, ...bar(usd / budget, view.columns < 60 ? 8 : 16, view)];
}

function bar(share: number, width: number, view: View): Line {
  const full = Number.isFinite(share) ? Math.min(width, Math.max(0, Math.round(share * width))) : width;
  return [signsOf(view).spent.repeat(full), dim(signsOf(view).left.repeat(width - full))];
}

function troubleText(state: RunState): Line {
  const held = tasksIn(state, 'held').length;
  const failed = tasksIn(state, 'failed').length;
  const blocked = tasksIn(state, 'blocked').length;
  return [
    ...(held > 0 ? [{ text: `   ${held} held`, role: 'warn' } as const] : []),
    ...(failed > 0 ? [{ text: `   ${failed} failed`, role: 'bad' } as const] : []),
    ...(blocked > 0 ? [dim(`   ${blocked} blocked`)] : []),
  ];
}
