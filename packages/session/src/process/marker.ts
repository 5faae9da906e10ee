/** The variable every process of a session carries: `<run>/<task>/<attempt>`. By it they are found when nothing else is left of them. */
export const MARKER = 'BREAKWATER_SESSION';

/**
 * Whether a process with this environment (as procfs prints it: entries ended by NUL) belongs to `marker` or to something below
 * it: `7f3a` covers `7f3a/api/1` and not `7f3ab/api/1`.
 */
export function carriesMarker(environment: string, marker: string): boolean {
  if (marker === '') throw new Error('Internal error: an empty marker would cover every session');
  const start = `${MARKER}=${marker}`;
  return environment.split('\0').some((entry) => entry === start || entry.startsWith(`${start}/`));
}
