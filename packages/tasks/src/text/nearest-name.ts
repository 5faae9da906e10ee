/**
 * The candidate a person most likely meant, or undefined when none is near: equal but for case and separators, else the
 * least edits (at most a third of the longer name). Ties go to the first in sort order, so the answer never depends on the list's order.
 */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  const meant = folded(name);
  let best: { readonly candidate: string; readonly edits: number } | undefined;
  for (const candidate of [...new Set(candidates)].sort()) {
    const other = folded(candidate);
    const allowed = Math.floor(Math.max(meant.length, other.length) / 3);
    if (Math.abs(meant.length - other.length) > allowed) continue;
    const edits = editDistance(meant, other);
    if (edits <= allowed && (best === undefined || edits < best.edits)) best = { candidate, edits };
  }
  return best?.candidate;
}

/** A sentence that names it, or nothing. */
export function didYouMean(name: string, candidates: Iterable<string>): string | undefined {
  const near = nearestName(name, candidates);
  return near === undefined ? undefined : `Did you mean ${JSON.stringify(near)}?`;
}

/** Beyond this nobody mistypes, and the time of a comparison is bounded. */
const LONGEST = 100;

function folded(name: string): string {
  return name.slice(0, LONGEST).normalize('NFC').toLowerCase().replace(/[-_ ]/g, '');
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment); O(length of a x length of b). */
function editDistance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) next.push(cell({ a, b, i, j }, { next, row, before }));
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

interface At {
  readonly a: string;
  readonly b: string;
  readonly i: number;
  readonly j: number;
}
interface Rows {
  readonly next: readonly number[];
  readonly row: readonly number[];
  readonly before: readonly number[];
}

function cell({ a, b, i, j }: At, { next, row, before }: Rows): number {
  const same = a[i - 1] === b[j - 1];
  const plain = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return swapped ? Math.min(plain, (before[j - 2] ?? 0) + 1) : plain;
}
