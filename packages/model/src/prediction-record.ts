/** What predictions of earlier runs of a repository were worth: files that changed, and how many of them were predicted. */
export interface PredictionRecord {
  readonly runs: number;
  readonly tasks: number;
  readonly changed: number;
  readonly foreseen: number;
}
