import type { ConstraintCost, Plan, TaskExplanation } from '@breakwater/model';
import { dim, type Line, strong } from '../line.js';
import { count, listed } from '../quantities.js';
import { signsOf } from '../signs.js';
import { lineWidth, type View } from '../view.js';
import { wrapLine } from '../wrap-line.js';
import { constraintText, costText } from './constraint-text.js';
import { waitTexts } from './wait-text.js';

/** Why a task is in its wave, whom it keeps waiting, and what it would save to change that. */
export function renderTaskExplanation(explanation: TaskExplanation, plan: Plan, view: View): string {
  const { task, wave, waves, waits, keepsWaiting, costs } = explanation;
  const width = lineWidth(view);
  const lines = (first: Line, text: Line) => wrapLine(first, text, width, view);
  const sign = ['  ', dim(signsOf(view).because), ' '];
  const head = lines(
    [],
    [strong(task), `: in wave ${wave} of ${waves}${waits.length === 0 ? ', the first; nothing holds it' : ''}`],
  );
  const reasons = waitTexts(plan, task, waits).flatMap((text) => lines(sign, text));
  const behind = keepsWaiting.length === 0 ? [] : lines([], ['Others name it as a reason to wait: ', listed(keepsWaiting)]);
  return [[...head, ...reasons], behind, costLines(costs, waves, view)]
    .filter((block) => block.length > 0)
    .map((block) => `${block.join('\n')}\n`)
    .join('\n');
}

/** More would not be read; the document of --json holds them all. */
const SHOWN = 8;

/** What saves nothing is counted, unless nothing saves anything. */
function costLines(costs: readonly ConstraintCost[], waves: number, view: View): readonly string[] {
  const width = lineWidth(view);
  if (costs.length === 0) return wrapLine([], [dim('No other task is kept from running beside it.')], width, view);
  const saving = costs.filter((one) => one.waves < waves);
  const shown = (saving.length > 0 ? saving : costs).slice(0, SHOWN);
  const hidden = costs.length - shown.length;
  return [
    ...wrapLine([], [strong(saving.length > 0 ? 'What would save waves' : 'Nothing single would save a wave')], width, view),
    ...shown.flatMap((one) => wrapLine(['  '], [`${costText(one, waves)} ${constraintText(one.constraint)}`], width, view)),
    ...(hidden > 0
      ? wrapLine(
          ['  '],
          [dim(`and ${count(hidden, 'constraint')} more, which save ${saving.length > SHOWN ? 'as much or less' : 'none'}`)],
          width,
          view,
        )
      : []),
  ];
}
