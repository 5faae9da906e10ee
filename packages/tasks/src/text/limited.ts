import type { Diagnostic } from '@breakwater/model';

export const MOST_SHOWN = 50;

/**
 * Errors, then warnings, each in the order of files and lines; at most 50, with how many more there are. Files come in the
 * order in which they are first mentioned.
 */
export function limited(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const files = new Map([...new Set(found.map(fileOf))].map((file, at) => [file, at] as const));
  const ranked = found.map((one) => ({ one, rank: rankOf(one, files.get(fileOf(one)) ?? 0) }));
  const sorted = ranked.sort((a, b) => compare(a.rank, b.rank)).map(({ one }) => one);
  const hidden = sorted.slice(MOST_SHOWN);
  return hidden.length === 0 ? sorted : [...sorted.slice(0, MOST_SHOWN), more(hidden)];
}

function fileOf({ place }: Diagnostic): string {
  return place?.file ?? '';
}

function rankOf({ severity, place }: Diagnostic, file: number): readonly number[] {
  return [severity === 'error' ? 0 : 1, file, place?.line ?? 0, place?.column ?? 0];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function more(hidden: readonly Diagnostic[]): Diagnostic {
  const severity = hidden.some((one) => one.severity === 'error') ? 'error' : 'warning';
  return {
    severity,
    code: severity === 'error' ? 'E_MORE' : 'W_MORE',
    message: `and ${hidden.length} more`,
    hint: 'Repair these first, then look again.',
  };
}
