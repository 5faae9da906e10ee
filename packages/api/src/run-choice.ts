/** Which run a command is about. */
export interface RunChoice {
  /** Folder of the repository; the present folder if not given. */
  readonly repo?: string;
  /** A run id; the newest run if not given. */
  readonly run?: string;
}
