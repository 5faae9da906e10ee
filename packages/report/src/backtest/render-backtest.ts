import type { Backtest, Measured } from '@breakwater/model';
import { fitLine, spread } from '../fit-line.js';
import { labelledRow } from '../labelled-row.js';
import { dim, strong } from '../line.js';
import { type NextCommand, nextLines } from '../next-lines.js';
import { count } from '../quantities.js';
import { lineWidth, type View } from '../view.js';
import { wrapLine } from '../wrap-line.js';
import { pointTable } from './point-table.js';
import { recommendation } from './recommendation.js';

/** What the prediction would have been worth on this history, how sure that is, and what to change. */
export function renderBacktest(backtest: Backtest, next: readonly NextCommand[], view: View): string {
  const width = lineWidth(view);
  const head = [
    spread([strong('Breakwater backtest')], [dim(`up to ${backtest.base.slice(0, 7)}`)], width, view),
    fitLine([plansText(backtest)], width, view),
  ];
  const figures = backtest.pairs.all === 0 ? [] : figureLines(backtest, view);
  const table = backtest.points.length === 0 ? [] : pointTable(backtest, view);
  const blocks = [head, figures, table, recommendation(backtest, view), nextLines(next, view)];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => `${block.join('\n')}\n`)
    .join('\n');
}

function plansText({ plans }: Backtest): string {
  const all = plans.oneAuthor + plans.anybody;
  if (all === 0) return 'no plans could be made of its commits';
  const whose =
    plans.oneAuthor === 0 ? '' : plans.anybody === 0 ? ' of one author each' : `, ${plans.oneAuthor} of one author each`;
  return `${count(plans.tasks, 'commit')} as tasks of ${count(all, 'plan')}${whose}`;
}

/** Each figure in words with the range in which it lies nine times of ten. */
function figureLines({ files, pairs, risks, enough }: Backtest, view: View): readonly string[] {
  const rows = [
    {
      label: 'files',
      text: `${inHundred(files.recallAt10)} of 100 files that a commit changed were among the ten likeliest${range(files.recallAt10)}`,
    },
    { label: 'conflicts', text: `${pairs.conflicting} of ${pairs.all} pairs of one plan changed a common file` },
    ...(enough
      ? [
          { label: 'risk', text: `was higher for a conflicting pair ${inHundred(risks.auc)} times of 100${range(risks.auc)}` },
          {
            label: 'caution',
            text: `to keep 8 of 10 conflicts apart, ${inHundred(risks.falseConflictsAt80)} of 100 innocent pairs wait too${range(risks.falseConflictsAt80)}`,
          },
        ]
      : []),
  ];
  const lines = rows.flatMap(({ label, text }) => labelledRow({ label, text: [text] }, view));
  return enough
    ? lines
    : [...lines, ...wrapLine([], ['Too few conflicts to tell more: at least 30 are needed.'], lineWidth(view), view)];
}

function inHundred({ value }: Measured): number {
  return Math.round(100 * value);
}

function range({ low, high }: Measured): string {
  return ` (${Math.round(100 * low)} to ${Math.round(100 * high)})`;
}
