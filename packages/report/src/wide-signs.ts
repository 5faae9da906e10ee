import { createRequire } from 'node:module';

/**
 * What knows the width of every sign there is, and of colour codes none. Loaded when it is first asked: it makes itself patterns of
 * all emoji, which takes longer than all else that is done to the text of a plan, and few texts need it.
 */
const load = createRequire(import.meta.url);

export function widthOf(text: string): number {
  const { default: stringWidth } = load('string-width') as typeof import('string-width');
  return stringWidth(text);
}

/** Broken at spaces into lines of so many columns, and where a word is longer; colours end and begin anew with the line. */
export function wrapWide(text: string, columns: number): readonly string[] {
  const { default: wrapAnsi } = load('wrap-ansi') as typeof import('wrap-ansi');
  return wrapAnsi(text, columns, { hard: true, trim: true }).split('\n');
}
