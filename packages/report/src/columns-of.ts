import stringWidth from 'string-width';

/** Columns a text takes in a terminal: two for wide characters, none for combining marks and colour codes. */
export function columnsOf(text: string): number {
  return stringWidth(text);
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnsOf(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - columnsOf(text))) + text;
}
