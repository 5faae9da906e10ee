/** A path that is neither committed nor ignored. `embedded`: an untracked folder that is a git repository of its own. */
export interface UncommittedPath {
  readonly path: string;
  /** `untracked`: the index does not have it. `unmerged`: the index has it in conflict. */
  readonly is: 'changed' | 'untracked' | 'unmerged';
  readonly embedded: boolean;
}

/** Fields before the path in each kind of line of `status --porcelain=v2 -z`. */
const FIELDS: Readonly<Record<string, number>> = { '1': 8, '2': 9, u: 10, '?': 1 };

/** Reads `status --porcelain=v2 -z -uall`, sorted by path. */
export function parseStatus(text: string): readonly UncommittedPath[] {
  const tokens = text.split('\0');
  const found: UncommittedPath[] = [];
  for (let n = 0; n < tokens.length; n += 1) {
    const token = tokens[n] ?? '';
    const kind = token.slice(0, 1);
    const fields = FIELDS[kind];
    if (fields === undefined) continue;
    found.push({ is: stateOf(kind), ...pathOf(token.split(' ').slice(fields).join(' ')) });
    // A rename is followed by the path it came from.
    if (kind === '2') n += 1;
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** With every untracked file listed, only a repository of its own is still shown as a folder. */
function pathOf(text: string): Omit<UncommittedPath, 'is'> {
  return text.endsWith('/') ? { path: text.slice(0, -1), embedded: true } : { path: text, embedded: false };
}

function stateOf(kind: string): UncommittedPath['is'] {
  if (kind === '?') return 'untracked';
  return kind === 'u' ? 'unmerged' : 'changed';
}
