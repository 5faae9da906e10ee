import { columnsOf } from './columns-of.js';
import { beginningOf } from './cut-end.js';
import { type Line, paint, type Span, spansOf } from './line.js';
import { shown } from './safe-text.js';
import { signsOf } from './signs.js';
import type { View } from './view.js';

/** A line in at most `width` columns, cut at the end, painted. */
export function fitLine(line: Line, width: number, view: View): string {
  const spans = safeSpans(line, view);
  return paint(withoutTail(lineColumns(spans) <= width ? spans : cut(spans, width, view)), view);
}

/** Two ends of a line; when both do not fit, the left one is cut. */
export function spread(left: Line, right: Line, width: number, view: View): string {
  const end = safeSpans(right, view);
  const room = width - lineColumns(end) - 1;
  if (room < 1) return fitLine([...left, ' ', ...right], width, view);
  const begin = safeSpans(left, view);
  const kept = lineColumns(begin) <= room ? begin : cut(begin, room, view);
  return fitLine([...kept, ' '.repeat(width - lineColumns(end) - lineColumns(kept)), ...end], width, view);
}

/** Columns of a line as it will be shown. */
export function measure(line: Line, view: View): number {
  return lineColumns(safeSpans(line, view));
}

function safeSpans(line: Line, view: View): readonly Span[] {
  return spansOf(line).map((span) => ({ ...span, text: shown(span.text, view) }));
}

function lineColumns(spans: readonly Span[]): number {
  return spans.reduce((sum, { text }) => sum + columnsOf(text), 0);
}

function cut(spans: readonly Span[], width: number, view: View): readonly Span[] {
  const { ellipsis } = signsOf(view);
  const kept: Span[] = [];
  let left = width - ellipsis.length;
  for (const span of spans) {
    const text = beginningOf(span.text, Math.max(0, left));
    if (text !== span.text) return [...kept, { ...span, text: text + ellipsis }];
    kept.push(span);
    left -= columnsOf(text);
  }
  return kept;
}

/** Spaces at the end of a line would be selected and copied. */
function withoutTail(spans: readonly Span[]): readonly Span[] {
  const last = spans.at(-1);
  if (last === undefined) return spans;
  const text = last.text.trimEnd();
  return text === '' ? withoutTail(spans.slice(0, -1)) : [...spans.slice(0, -1), { ...last, text }];
}
