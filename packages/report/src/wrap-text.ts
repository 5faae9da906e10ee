import { isNarrow } from './columns-of.js';
import { wrapWide } from './wide-signs.js';

/** A text broken at spaces over lines of so many columns, words too long for one too; colours end and begin anew with the line. */
export function wrapText(text: string, columns: number): readonly string[] {
  return isNarrow(text) ? wrapNarrow(text, columns) : wrapWide(text, columns);
}

/** Word by word, as the library does it: where every sign takes one column, letters are counted. */
function wrapNarrow(text: string, columns: number): readonly string[] {
  const lines = [''];
  for (const word of text.split(' ')) addWord(lines, word, columns);
  return lines.map((line) => line.trimEnd());
}

function addWord(lines: string[], word: string, columns: number): void {
  const line = lines.at(-1) ?? '';
  const begun = line === '' ? '' : `${line} `;
  const room = columns - begun.length;
  if (word.length > columns) addLongWord(lines, { begun, word, columns });
  else if (word.length > room && word !== '') lines.push(word);
  else lines[lines.length - 1] = begun + word;
}

/** Begins on the line that is begun, if it then takes no line more than on one of its own. */
function addLongWord(
  lines: string[],
  { begun, word, columns }: Record<'begun' | 'word', string> & { readonly columns: number },
): void {
  const room = columns - begun.length;
  const [here, alone] = [1 + Math.ceil((word.length - room) / columns), Math.ceil(word.length / columns)];
  if (here <= alone) lines.pop();
  const all = here <= alone ? begun + word : word;
  for (let at = 0; at < all.length; at += columns) lines.push(all.slice(at, at + columns));
}
