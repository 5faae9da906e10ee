import type { Place } from '@breakwater/model';
import { columnsOf } from '../columns-of.js';
import { beginningOf, cutEnd } from '../cut-end.js';
import { dim, type Line, paint } from '../line.js';
import { shown } from '../safe-text.js';
import { signsOf } from '../signs.js';
import { lineWidth, type View } from '../view.js';
import { wrapLine } from '../wrap-line.js';

/** Where a fault is: file, line and column, then the line itself with the fault underlined. */
export function sourceLines(place: Place, view: View): readonly string[] {
  const where = wrapLine(['  '], [`${place.file}:${place.line}:${place.column}`], lineWidth(view), view);
  if (place.text.trim() === '') return where;
  const number = String(place.line).padStart(5);
  const { text, from, columns } = windowed(place, lineWidth(view) - number.length - 5, view);
  const bar = (start: string): Line => [dim(`  ${start} | `)];
  const under = [...bar(' '.repeat(number.length)), ' '.repeat(from), { text: '~'.repeat(columns), role: 'bad' } as const];
  return [...where, paint([...bar(number), text], view), paint(under, view)];
}

interface Windowed {
  readonly text: string;
  /** Column where the underline begins, from 0. */
  readonly from: number;
  readonly columns: number;
}

/** As much of the line as fits; when the fault lies beyond, what is before it is left out. */
function windowed({ text, column, length }: Place, width: number, view: View): Windowed {
  const [before, fault, after] = parts(text, column, length, view);
  const underlined = Math.max(1, columnsOf(beginningOf(fault, width)));
  if (columnsOf(before) + underlined <= width) {
    return { text: cutEnd(before + fault + after, width, view), from: columnsOf(before), columns: underlined };
  }
  const { ellipsis } = signsOf(view);
  const rest = cutEnd(fault + after, width - ellipsis.length, view);
  return { text: ellipsis + rest, from: ellipsis.length, columns: Math.min(underlined, width - ellipsis.length) };
}

/** What is before, in and after the fault, each safe; a tab is shown as two spaces. */
function parts(text: string, column: number, length: number, view: View): readonly [string, string, string] {
  const start = Math.max(0, column - 1);
  const end = start + Math.max(1, length);
  const clean = (piece: string): string => shown(piece.replaceAll('\t', '  '), view);
  return [clean(text.slice(0, start)), clean(text.slice(start, end)), clean(text.slice(end).trimEnd())];
}
