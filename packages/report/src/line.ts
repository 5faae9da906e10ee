import { styleText } from 'node:util';
import { shown } from './safe-text.js';
import type { View } from './view.js';

/** What a piece of text is, not how it looks. */
export type Role = 'strong' | 'dim' | 'good' | 'bad' | 'warn' | 'work';

/** A piece of a line. `whole`: not broken over two lines while it fits on one, e.g. something to copy. */
export interface Span {
  readonly text: string;
  readonly role?: Role;
  readonly whole?: boolean;
}

export type Line = readonly (string | Span)[];

/** Only these codes of the user's own palette: the theme decides, so light and dark both work. */
const LOOKS = { strong: 'bold', dim: 'dim', good: 'green', bad: 'red', warn: 'yellow', work: 'cyan' } as const;

export function strong(text: string): Span {
  return { text, role: 'strong' };
}

export function dim(text: string): Span {
  return { text, role: 'dim' };
}

export function spansOf(line: Line): readonly Span[] {
  return line.map((part) => (typeof part === 'string' ? { text: part } : part));
}

/** The line as it goes out. Measure and cut first, paint last. */
export function paint(line: Line, view: View): string {
  return spansOf(line)
    .map(({ text, role }) => painted(shown(text, view), role, view))
    .join('');
}

function painted(text: string, role: Role | undefined, view: View): string {
  if (!view.colour || role === undefined || text === '') return text;
  return styleText(LOOKS[role], text, { validateStream: false });
}
