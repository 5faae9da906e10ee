import { columnsOf } from './columns-of.js';

/** A terminal, as far as the screen needs one. */
export interface TerminalStream {
  write(text: string): unknown;
  readonly columns?: number;
  readonly rows?: number;
}

/** A region at the bottom of the terminal that repaints, and lines above it that stay in the scrollback. */
export interface Screen {
  /** Writes lines above the region, for good. */
  permanent(lines: readonly string[]): void;
  /** The region now shows these lines; an empty frame takes it away. */
  update(frame: readonly string[]): void;
  /** Gives the cursor back and leaves the last frame where it is. May be called again, from any exit path. */
  close(): void;
}

const BEGIN = '\x1b[?2026h';
const END = '\x1b[?2026l';
const HIDE_CURSOR = '\x1b[?25l';
const SHOW_CURSOR = '\x1b[?25h';
const ERASE_LINE_REST = '\x1b[K';
const ERASE_BELOW = '\x1b[J';

/**
 * The one writer of a terminal. The cursor always rests at the start of the row below the region. Only lines that differ are
 * written, everything of one change in one write between the marks of a synchronized update. When the width changed, the
 * terminal has broken the old lines anew: their rows are counted at the new width before they are painted over.
 * Never uses the alternate screen and never clears more than its own rows. `keepCursor`: for a process that a signal may end before it
 * gives the cursor back.
 */
export function createScreen(stream: TerminalStream, { keepCursor = false } = {}): Screen {
  let drawn: readonly string[] = [];
  let drawnColumns = columnsNow(stream);
  let hidden = false;
  let closed = false;

  const write = (text: string): void => {
    if (text === '') return;
    const hide = hidden || keepCursor ? '' : HIDE_CURSOR;
    hidden = !keepCursor;
    stream.write(BEGIN + hide + text + END);
  };
  const draw = (above: readonly string[], frame: readonly string[]): void => {
    const columns = columnsNow(stream);
    const next = frame.slice(-rowsNow(stream) + 1);
    const same = above.length === 0 && columns === drawnColumns && fits(drawn, columns) && fits(next, columns);
    write(same ? changedLines(drawn, next) : repainted(above, drawn, next, columns));
    drawn = next;
    drawnColumns = columns;
  };

  return {
    permanent: (lines) => {
      if (!closed && lines.length > 0) draw(lines, drawn);
    },
    update: (frame) => {
      if (!closed) draw([], frame);
    },
    close: () => {
      if (!closed && hidden) stream.write(SHOW_CURSOR);
      closed = true;
    },
  };
}

function columnsNow({ columns }: TerminalStream): number {
  return columns !== undefined && columns > 0 ? columns : 80;
}

function rowsNow({ rows }: TerminalStream): number {
  return rows !== undefined && rows > 1 ? rows : 24;
}

function fits(lines: readonly string[], columns: number): boolean {
  return lines.every((line) => columnsOf(line) < columns);
}

/** Everything anew: back to where the region begins, what stays above it, the region, nothing below. */
function repainted(above: readonly string[], drawn: readonly string[], next: readonly string[], columns: number): string {
  const rows = drawn.reduce((sum, line) => sum + Math.max(1, Math.ceil(columnsOf(line) / columns)), 0);
  // Erased before it is written: rows that the terminal broke itself would else be joined again when the window grows.
  const erase = rows === drawn.length ? '' : ERASE_BELOW;
  return up(rows) + erase + [...above, ...next].map(lineText).join('') + ERASE_BELOW;
}

/** From the first line that differs down; equal lines are stepped over. */
function changedLines(drawn: readonly string[], next: readonly string[]): string {
  const first = next.findIndex((line, at) => line !== drawn[at]);
  const from = first === -1 ? next.length : first;
  if (from === next.length && next.length === drawn.length) return '';
  const lines = next.slice(from).map((line, at) => (line === drawn[from + at] ? '\r\n' : lineText(line)));
  return up(drawn.length - from) + lines.join('') + (next.length < drawn.length ? ERASE_BELOW : '');
}

function up(rows: number): string {
  return rows > 0 ? `\r\x1b[${rows}A` : '\r';
}

function lineText(line: string): string {
  return `${line}${ERASE_LINE_REST}\r\n`;
}
