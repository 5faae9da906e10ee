import type { Confidence, Plan } from '@breakwater/model';
import { dim } from '../line.js';
import { signsOf } from '../signs.js';
import { lineWidth, type View } from '../view.js';
import { wrapLine } from '../wrap-line.js';
import { hiddenFiles, moreLegend } from './task-lines.js';
import { questionsOf } from './vague.js';

const ORDER: readonly Confidence[] = ['certain', 'likely', 'possible'];

/** What the signs mean; only those that appear. */
export function legendLines(plan: Plan, verbose: boolean, view: View): readonly string[] {
  const vague = new Set(questionsOf(plan).map(({ task }) => task));
  const rows = plan.tasks.filter(({ id, writes }) => writes.length > 0 && !vague.has(id));
  const shown = rows.flatMap(({ writes }) => (verbose ? writes : writes.slice(0, 1)));
  const used = ORDER.filter((one) => shown.some(({ confidence }) => confidence === one));
  if (used.length === 0) return [];
  const narrow = view.columns < 60;
  const items = used.map((one) => `${signsOf(view)[one]} ${one}`);
  const hidden = narrow || verbose ? undefined : rows.map(hiddenFiles).find((more) => more > 0);
  const text = items.join(narrow ? '  ' : '   ') + (narrow ? '' : ' that it writes the file');
  return wrapLine([], [dim(hidden === undefined ? text : `${text}   ${moreLegend(hidden)}`)], lineWidth(view), view);
}
