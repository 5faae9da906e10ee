/** One JSON document for a program: two-space indent, a newline at the end, keys as given. JSON itself escapes C0 controls; the rest is escaped here, so it is safe to show. */
export function renderJson(value: unknown): string {
  return render(value, 2);
}

/** The same on one line, for streams of values. */
export function renderJsonLine(value: unknown): string {
  return render(value, 0);
}

function render(value: unknown, indent: number): string {
  const text = JSON.stringify(value, undefined, indent);
  if (text === undefined) throw new Error('Internal error: not a JSON value');
  return `${text.replace(/[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, escaped)}\n`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
