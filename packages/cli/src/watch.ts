import type { RunListener } from '@breakwater/api';

/** Shows a run while it goes on. Output is a consequence of records and news; it never holds the run up. */
export interface Watch {
  readonly listener: RunListener;
  readonly close: () => void;
}
