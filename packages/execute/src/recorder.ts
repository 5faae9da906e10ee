import { foldRecord, foldRun, type Recorded, type RunEvent, type RunState } from '@breakwater/model';
import type { JournalPort } from './ports.js';

/** Writes an event down and only then lets it count: state is the fold of what the journal holds. */
export interface Recorder {
  readonly state: () => RunState;
  readonly note: (event: RunEvent) => Promise<void>;
}

/** For a new run, `first` is recorded before anything else; for a resumed one it follows the records found. */
export async function openRecorder(journal: JournalPort, records: readonly Recorded[], first: RunEvent): Promise<Recorder> {
  const record = await journal.append(first);
  let state = foldRun([...records, record]);
  const note = async (event: RunEvent): Promise<void> => {
    // The journal answers in the order it was asked, so the fold sees events as the file holds them.
    state = foldRecord(state, await journal.append(event));
  };
  return { state: () => state, note };
}
