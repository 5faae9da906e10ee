import { editDistance } from '@breakwater/text';

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
