const LONGEST = 80;
/** What a terminal obeys or a reader cannot see: controls, bidi marks, zero-width characters, halves of surrogate pairs. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Text from a file in quotes, as it may be shown in a message: unseen characters escaped, at most 80 characters. */
export function quoted(text: string): string {
  return `"${shortened(text)}"`;
}

/** The same without quotes. */
export function shortened(text: string): string {
  const shown = visible(text.slice(0, LONGEST + 1));
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST - 3).replace(/[\ud800-\udbff]$/, '')}...` : shown;
}

/** Text of any length with unseen characters escaped: names of files, what a library says. */
export function visible(text: string): string {
  return text.replace(UNSEEN, escaped);
}

function escaped(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  if (hex.length > 4) return `\\u{${hex}}`;
  return NAMED[character] ?? (hex.length > 2 ? `\\u${hex.padStart(4, '0')}` : `\\x${hex.padStart(2, '0')}`);
}
