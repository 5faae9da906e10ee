/** Where the processes of a session may write; everywhere else they can only read. Absolute paths; what does not exist is left out. */
export interface Confinement {
  readonly writable: readonly string[];
  /** Below the writable ones, and yet not to be written. */
  readonly fixed: readonly string[];
}
