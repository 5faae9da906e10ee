import type { Plan, PlanNote } from '@breakwater/model';
import { signsOf } from '../signs.js';
import { lineWidth, type View } from '../view.js';
import { wrapLine } from '../wrap-line.js';

/** What the plan warns about; its questions have a place of their own. */
export function noteLines(plan: Plan, view: View): readonly string[] {
  const sign = [{ text: signsOf(view).warning, role: 'warn' } as const, ' '];
  return notesOf(plan).flatMap(({ message }) => wrapLine(sign, [message], lineWidth(view), view));
}

export function notesOf({ diagnostics }: Plan): readonly PlanNote[] {
  return diagnostics.filter(({ code, question }) => code !== 'Q_VAGUE' || question === undefined);
}
