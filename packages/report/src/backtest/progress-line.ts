import { fitLine, measure } from '../fit-line.js';
import { dim } from '../line.js';
import { signsOf } from '../signs.js';
import { lineWidth, type View } from '../view.js';

const MOST = 40;

/** `━━━━━─────  12 of 31 plans`: how far a count has come, in one line that fits the window. */
export function progressLine(done: number, of: number, noun: string, view: View): string {
  const signs = signsOf(view);
  const text = `  ${done} of ${of} ${noun}`;
  const width = Math.max(0, Math.min(MOST, lineWidth(view) - measure([text], view)));
  const full = of === 0 ? width : Math.round((width * done) / of);
  return fitLine([signs.spent.repeat(full), dim(signs.left.repeat(width - full)), text], lineWidth(view), view);
}
