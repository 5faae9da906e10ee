import type { Diagnostic } from '@breakwater/model';

const MOST = 50;

/** Faults in the order of their files and lines, at most 50, with how many more there are. The order of files is that of first mention. */
export function limited(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const files = [...new Set(found.map(({ place }) => place?.file ?? ''))];
  const rank = ({ place }: Diagnostic): readonly number[] => [
    files.indexOf(place?.file ?? ''),
    place?.line ?? 0,
    place?.column ?? 0,
  ];
  const sorted = [...found].sort((a, b) => compare(rank(a), rank(b)));
  if (sorted.length <= MOST) return sorted;
  const more: Diagnostic = {
    severity: 'error',
    code: 'E_MORE',
    message: `and ${sorted.length - MOST} more`,
    hint: 'Repair these first, then look again.',
  };
  return [...sorted.slice(0, MOST), more];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
