/** Lines of the live region that stay or go together. */
export interface Part {
  /** What is worth least goes first. */
  readonly worth: number;
  readonly lines: readonly string[];
}

/** As many parts as fit into `rows`, in their order; parts of least worth go first, the last of equals before the others. */
export function fitRows(parts: readonly Part[], rows: number): readonly string[] {
  let kept = parts;
  while (rowsOf(kept) > rows && kept.length > 1) {
    const least = Math.min(...kept.map(({ worth }) => worth));
    // All blank lines go together: a few left over look like a fault.
    kept = least === BLANK ? kept.filter(({ worth }) => worth !== BLANK) : withoutLast(kept, least);
  }
  return kept.flatMap(({ lines }) => lines).slice(0, Math.max(0, rows));
}

const BLANK = 1;

function rowsOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { lines }) => sum + lines.length, 0);
}

function withoutLast(parts: readonly Part[], worth: number): readonly Part[] {
  const at = parts.findLastIndex((part) => part.worth === worth);
  return parts.filter((_, index) => index !== at);
}
