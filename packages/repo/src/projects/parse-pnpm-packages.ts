/**
 * The `packages` list of a pnpm-workspace.yaml, in the two forms people write: one `- item` a line, or `[a, b]`. Not YAML:
 * anchors, tags and block texts are not understood, and such a list is taken as far as it can be read.
 */
export function parsePnpmPackages(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => /^packages\s*:/.test(line));
  const first = lines[start];
  if (first === undefined) return [];
  const rest = withoutComment(first.slice(first.indexOf(':') + 1));
  const following = lines.slice(start + 1);
  return rest.startsWith('[') ? flowItems([rest, ...following].map(withoutComment).join(' ')) : blockItems(following);
}

function blockItems(lines: readonly string[]): readonly string[] {
  const items: string[] = [];
  for (const line of lines.map(withoutComment)) {
    if (line === '') continue;
    if (!line.startsWith('-')) break;
    items.push(unquote(line.slice(1).trim()));
  }
  return items.filter((item) => item !== '');
}

function flowItems(text: string): readonly string[] {
  const end = text.indexOf(']');
  const inside = text.slice(1, end === -1 ? undefined : end);
  return inside
    .split(',')
    .map((item) => unquote(item.trim()))
    .filter((item) => item !== '');
}

/** A `#` begins a comment at the start of a line or after a blank. */
function withoutComment(line: string): string {
  return line.replace(/(?:^|\s)#.*$/, '').trim();
}

function unquote(text: string): string {
  const quoted = /^(['"])(.*)\1$/.exec(text);
  return quoted?.[2] ?? text;
}
