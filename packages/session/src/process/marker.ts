/**
 * The variable every process of ours carries: `<repository>/<run>/<task>/<attempt>/<pid of the orchestrator>`, a git of the
 * orchestrator `git/<pid>`. By it they are found when nothing else is left of them.
 */
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

/** How every marker of one orchestrator ends. */
export function sittingEnd(pid: number): string {
  return `/${pid}`;
}

/** Of one session that only answers about a task, outside of any run; at its end the process that asks. */
export function scoutMarker(repository: string, task: string, pid: number): string {
  return `scout/${repository}/${task}${sittingEnd(pid)}`;
}

/** Carried by the gits of an orchestrator, which have no task. */
export function gitMarker(pid: number): string {
  return `git/${pid}`;
}
