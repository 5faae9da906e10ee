import { padEnd } from './columns-of.js';
import { measure } from './fit-line.js';
import { dim, type Line, type Role } from './line.js';
import { type Signs, signsOf } from './signs.js';
import { lineWidth, type View } from './view.js';
import { wrapLine } from './wrap-line.js';

/** `✔ done        6 tasks`: a mark at the edge, a label, a text that may need several lines. */
export interface LabelledRow {
  readonly mark?: { readonly sign: keyof Signs; readonly role: Role };
  readonly label: string;
  readonly text: Line;
}

const TEXT = 14;

/** In a narrow window the label has a line of its own. */
export function labelledRow({ mark, label, text }: LabelledRow, view: View): readonly string[] {
  const width = lineWidth(view);
  const sign: Line = mark === undefined ? ['  '] : [{ text: signsOf(view)[mark.sign], role: mark.role }, ' '];
  const name = mark === undefined ? dim(label) : label;
  if (view.columns < 60) return [...wrapLine(sign, [name], width, view), ...wrapLine(['    '], text, width, view)];
  const gap = padEnd('', TEXT - 2 - measure([label], view));
  return wrapLine([...sign, name, gap === '' ? ' ' : gap], text, width, view);
}
