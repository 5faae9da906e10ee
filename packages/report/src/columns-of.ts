import stringWidth from 'string-width';

/**
 * Characters of one column each, whatever stands beside them: printable ones of Latin-1, dashes and quotes, arrows, lines, and the
 * signs we print. The library knows all others; asked for the first time, it needs longer than the plan's text.
 */
const NARROW = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u00ff\u2010-\u2027\u2190-\u21ff\u2212\u2500-\u259f●◐○▶✔✖]*$/;

/** Columns a text takes in a terminal: two for wide characters, none for combining marks and colour codes. */
export function columnsOf(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text);
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnsOf(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - columnsOf(text))) + text;
}
