/** The part of the repository a task is about. */
export interface Scope {
  /** Project names, sorted. */
  readonly names: readonly string[];
  /** Whether the author said so, or we found it in the brief. */
  readonly declared: boolean;
  /** How the scope is called in evidence: the first thing declared. */
  readonly label: string;
  covers(path: string): boolean;
}

export const NO_SCOPE: Scope = { names: [], declared: false, label: '', covers: () => false };

/** Namesakes inside the scope are meant rather than those outside; without any inside, all of them may be. */
export function preferInScope<T extends string>(paths: readonly T[], scope: Scope): readonly T[] {
  const inside = paths.filter((path) => scope.covers(path));
  return inside.length > 0 ? inside : paths;
}
