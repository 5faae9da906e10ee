/** What `merge-tree --write-tree -z --name-only` printed. */
export type MergeTree =
  | { readonly outcome: 'clean'; readonly tree: string }
  | {
      readonly outcome: 'conflict';
      readonly tree: string;
      readonly paths: readonly string[];
      readonly messages: readonly string[];
    }
  /** No tree was written: the merge was not even tried. */
  | { readonly outcome: 'refused' };

const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * `tree NUL`, and for a conflict `path NUL ... NUL` and messages `count NUL path NUL ... type NUL text NUL`. The exit code does
 * not tell a conflict from an unknown revision, the tree does.
 */
export function parseMergeTree(text: string): MergeTree {
  const tokens = text.split('\0');
  const [tree = '', ...rest] = tokens.slice(0, -1);
  if (!OBJECT_ID.test(tree)) return { outcome: 'refused' };
  if (rest.length === 0) return { outcome: 'clean', tree };
  const end = rest.indexOf('');
  const paths = end === -1 ? rest : rest.slice(0, end);
  const messages = end === -1 ? [] : readMessages(rest.slice(end + 1));
  return { outcome: 'conflict', tree, paths: [...new Set(paths)].sort(), messages };
}

/** Only what went wrong; `Auto-merging` is no news. */
function readMessages(tokens: readonly string[]): readonly string[] {
  const messages: string[] = [];
  let at = 0;
  while (at < tokens.length) {
    const count = Number(tokens[at]);
    if (!Number.isSafeInteger(count) || count < 0) break;
    const type = tokens[at + 1 + count] ?? '';
    const text = tokens[at + 2 + count] ?? '';
    if (type !== 'Auto-merging') messages.push(text.trim());
    at += 3 + count;
  }
  return messages;
}
