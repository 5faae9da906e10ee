import { widthOf } from './wide-signs.js';

/**
 * Characters of one column each, whatever stands beside them: printable ones of Latin-1, dashes and quotes, arrows, lines, the signs
 * we print, and the private one that stands for a space.
 */
const NARROW = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u00ff\u2010-\u2027\u2190-\u21ff\u2212\u2500-\u259f●◐○▶✔✖\ue000]*$/;

/** Whether every character takes one column. */
export function isNarrow(text: string): boolean {
  return NARROW.test(text);
}

/** Columns a text takes in a terminal: two for wide characters, none for combining marks and colour codes. */
export function columnsOf(text: string): number {
  return isNarrow(text) ? text.length : widthOf(text);
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnsOf(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - columnsOf(text))) + text;
}
