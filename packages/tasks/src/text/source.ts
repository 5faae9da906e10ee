import type { Place } from '@breakwater/model';

/** What a file is read as; its faults carry the area in their code: E_TASKS_SYNTAX, E_CONFIG_SYNTAX. */
export type Area = 'TASKS' | 'CONFIG';

/** A text file that was read. */
export interface Source {
  readonly area: Area;
  /** As it is shown: relative to the folder the command was started in. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  /** Without a byte order mark. */
  readonly text: string;
}

/** A stretch of a source, in UTF-16 units; `end` is exclusive. */
export interface Spot {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** Where a spot is, for a person. What goes on beyond its first line is not underlined. */
export function placeOfSpot({ source, start, end }: Spot): Place {
  const { text, file } = source;
  const starts = lineStarts(source);
  const number = lastAtMost(start, starts);
  const lineStart = starts[number] ?? 0;
  const newline = text.indexOf('\n', lineStart);
  const line = text.slice(lineStart, newline === -1 ? text.length : newline).replace(/\r$/, '');
  const length = Math.min(end, lineStart + line.length) - start;
  return { file, line: number + 1, column: start - lineStart + 1, length: Math.max(1, length), text: line };
}

/** A file as a whole, when no line of it is to blame. */
export function placeOfFile(file: string): Place {
  return { file, line: 1, column: 1, length: 1, text: '' };
}

const remembered = new WeakMap<Source, readonly number[]>();

/** Where each line begins. Remembered, for a file may have thousands of faults. */
function lineStarts(source: Source): readonly number[] {
  const known = remembered.get(source);
  if (known !== undefined) return known;
  const starts = [0];
  for (let at = source.text.indexOf('\n'); at !== -1; at = source.text.indexOf('\n', at + 1)) starts.push(at + 1);
  remembered.set(source, starts);
  return starts;
}

/** The index of the last of rising numbers that is at most `limit`. */
function lastAtMost(limit: number, rising: readonly number[]): number {
  let [low, high] = [0, rising.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rising[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
