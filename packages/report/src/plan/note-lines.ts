import type { Plan } from '@breakwater/model';
import { signsOf } from '../signs.js';
import { lineWidth, type View } from '../view.js';
import { wrapLine } from '../wrap-line.js';

/** What the plan warns about; its questions have a place of their own. */
export function noteLines(plan: Plan, view: View): readonly string[] {
  const notes = plan.diagnostics.filter(({ code, question }) => code !== 'Q_VAGUE' || question === undefined);
  const sign = [{ text: signsOf(view).warning, role: 'warn' } as const, ' '];
  return notes.flatMap(({ message }) => wrapLine(sign, [message], lineWidth(view), view));
}
