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
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', start);
  const line = text.slice(lineStart, newline === -1 ? text.length : newline).replace(/\r$/, '');
  const length = Math.min(end, lineStart + line.length) - start;
  return { file, line: lineNumber(text, lineStart), column: start - lineStart + 1, length: Math.max(1, length), text: line };
}

/** A file as a whole, when no line of it is to blame. */
export function placeOfFile(file: string): Place {
  return { file, line: 1, column: 1, length: 1, text: '' };
}

function lineNumber(text: string, lineStart: number): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < lineStart; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
