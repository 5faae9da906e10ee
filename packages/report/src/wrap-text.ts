import wrapAnsi from 'wrap-ansi';
import { isNarrow } from './columns-of.js';

/** A text broken at spaces over lines of so many columns, words too long for one too; colours end and begin anew with the line. */
export function wrapText(text: string, columns: number): readonly string[] {
  return isNarrow(text) ? wrapNarrow(text, columns) : wrap(text, columns);
}

/**
 * It breaks where as many letters would. Asked about any other sign, be it a dot, the library first makes itself a pattern of all
 * emoji, which takes longer than all else that is done to a plan's text.
 */
function wrapNarrow(text: string, columns: number): readonly string[] {
  let at = 0;
  return wrap(text.replace(/[^ -~]/g, 'x'), columns).map((line) => {
    while (line !== '' && text[at] === ' ') at += 1;
    at += line.length;
    return text.slice(at - line.length, at);
  });
}

function wrap(text: string, columns: number): readonly string[] {
  return wrapAnsi(text, columns, { hard: true, trim: true }).split('\n');
}
