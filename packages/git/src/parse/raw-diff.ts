/** One line of `diff-tree --raw -z`. */
export interface RawChange {
  readonly path: string;
  /** Git's file mode after the change; 000000: deleted. */
  readonly mode: string;
  readonly blob: string;
  readonly status: string;
}

const HEAD = /^:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/;

/** `:mode mode id id status NUL path NUL`, without rename detection. */
export function parseRawDiff(text: string): readonly RawChange[] {
  const tokens = text.split('\0');
  const changes: RawChange[] = [];
  for (let at = 0; at + 1 < tokens.length; at += 2) {
    const [, mode, blob, status] = HEAD.exec(tokens[at] ?? '') ?? [];
    const path = tokens[at + 1];
    if (mode === undefined || blob === undefined || status === undefined || path === undefined)
      throw new Error(`Internal error: not a line of diff-tree: ${JSON.stringify(tokens[at])}`);
    changes.push({ path, mode, blob, status });
  }
  return changes;
}
