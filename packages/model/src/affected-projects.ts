/** What a change concerns; names, sorted. */
export interface AffectedProjects {
  /** Projects that hold a changed file. */
  readonly projects: readonly string[];
  /** Those and all that depend on them. */
  readonly affected: readonly string[];
}
