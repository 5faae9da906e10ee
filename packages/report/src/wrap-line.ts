import { columnsOf } from './columns-of.js';
import { measure } from './fit-line.js';
import { type Line, paint, spansOf } from './line.js';
import { shown } from './safe-text.js';
import type { View } from './view.js';
import { wrapText } from './wrap-text.js';

/** Stands for a space that must not break; private, and no text of ours uses it. */
const JOINED = '\ue000';

/** A text broken at words over as many lines as it needs: `first` before the first line, spaces of its width before the others. */
export function wrapLine(first: Line, text: Line, width: number, view: View): readonly string[] {
  const indent = measure(first, view);
  const room = Math.max(1, width - indent);
  const parts = spansOf(text).map((span) => ({ ...span, text: prepared(span, room, view) }));
  // Already shown, so painting need not look again, and would not know the joined spaces.
  const painted = paint(parts, { ...view, unicode: true });
  const lines = wrapText(painted, room).map((line) => line.replaceAll(JOINED, ' '));
  return lines.map((line, at) => (at === 0 ? paint(first, view) : ' '.repeat(line === '' ? 0 : indent)) + line);
}

function prepared(span: { readonly text: string; readonly whole?: boolean }, room: number, view: View): string {
  const text = shown(span.text, view).replaceAll(JOINED, ' ');
  return span.whole === true && columnsOf(text) <= room ? text.replaceAll(' ', JOINED) : text;
}
