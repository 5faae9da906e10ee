/** One side of a path in conflict: 1 what both began from, 2 ours, 3 theirs. */
export interface ConflictSide {
  readonly mode: string;
  readonly id: string;
  readonly side: 1 | 2 | 3;
  readonly path: string;
}

/** What went wrong, in git's own words, and with which paths. */
export interface MergeMessage {
  readonly type: string;
  readonly paths: readonly string[];
  readonly text: string;
}

/** What `merge-tree --write-tree -z` printed. */
export type MergeTree =
  | { readonly outcome: 'clean'; readonly tree: string }
  | {
      readonly outcome: 'conflict';
      /** With conflict markers in it. */
      readonly tree: string;
      readonly sides: readonly ConflictSide[];
      readonly messages: readonly MergeMessage[];
    }
  /** No tree was written: the merge was not even tried. */
  | { readonly outcome: 'refused' };

const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const SIDE = /^(\d{6}) ([0-9a-f]+) ([123])\t([\s\S]*)$/;

/**
 * `tree NUL`, and for a conflict `mode SP id SP side TAB path NUL ... NUL` and messages `count NUL path NUL ... type NUL text NUL`. The
 * exit code does not tell a conflict from an unknown revision, the tree does.
 */
export function parseMergeTree(text: string): MergeTree {
  const tokens = text.split('\0');
  const [tree = '', ...rest] = tokens.slice(0, -1);
  if (!OBJECT_ID.test(tree)) return { outcome: 'refused' };
  if (rest.length === 0) return { outcome: 'clean', tree };
  const end = rest.indexOf('');
  const sides = (end === -1 ? rest : rest.slice(0, end)).flatMap(readSide);
  return { outcome: 'conflict', tree, sides, messages: end === -1 ? [] : readMessages(rest.slice(end + 1)) };
}

/** One entry of a conflict, as `ls-files --unmerged` prints it too. */
export function readSide(token: string): readonly ConflictSide[] {
  const [, mode, id, side, path] = SIDE.exec(token) ?? [];
  if (mode === undefined || id === undefined || path === undefined) return [];
  return [{ mode, id, side: Number(side) as ConflictSide['side'], path }];
}

/** Only what went wrong; `Auto-merging` is no news. */
function readMessages(tokens: readonly string[]): readonly MergeMessage[] {
  const messages: MergeMessage[] = [];
  let at = 0;
  while (at < tokens.length) {
    const count = Number(tokens[at]);
    if (!Number.isSafeInteger(count) || count < 0) break;
    const type = tokens[at + 1 + count] ?? '';
    const text = tokens[at + 2 + count] ?? '';
    if (type !== 'Auto-merging') messages.push({ type, paths: tokens.slice(at + 1, at + 1 + count), text: text.trim() });
    at += 3 + count;
  }
  return messages;
}
