import type { View } from './view.js';

/**
 * Characters that a terminal obeys instead of showing, or that a reader cannot see: controls (C0, DEL, C1), bidi marks and
 * overrides, zero-width and other ignorable ones, line separators, halves of surrogate pairs. The variation selector of
 * emoji stays.
 */
const UNSEEN = /(?!\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const BEYOND_ASCII = /[^\u0020-\u007e]/gu;
const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Text from outside (ids, paths, briefs, what a session says, messages) as one line that cannot command a terminal: what
 * would not be seen is written out, `\x1b`, `\u202e`. Idempotent. Everything this package prints has passed through it.
 */
export function safeText(text: string): string {
  return text.replace(UNSEEN, escaped);
}

/** The same, and without Unicode nothing but ASCII. */
export function shown(text: string, view: Pick<View, 'unicode'>): string {
  const safe = safeText(text);
  return view.unicode ? safe : safe.replace(BEYOND_ASCII, escaped);
}

/** Text from outside that has several lines: each of them by itself. */
export function safeLines(text: string): string {
  return text.split('\n').map(safeText).join('\n');
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code > 0xffff) return `\\u{${hex}}`;
  return NAMED[character] ?? (code > 0xff ? `\\u${hex.padStart(4, '0')}` : `\\x${hex.padStart(2, '0')}`);
}
