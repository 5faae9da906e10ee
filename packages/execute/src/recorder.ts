import { foldRecord, foldRun, type Recorded, type RunEvent, type RunState } from '@breakwater/model';
import type { JournalPort } from './ports.js';

/** Writes an event down and only then lets it count: state is the fold of what the journal holds. */
export interface Recorder {
  readonly state: () => RunState;
  readonly note: (event: RunEvent) => Promise<void>;
  /** What the last new plan of the rest of the run did not know, made in this sitting or before it; oldest first. */
  readonly sincePlanned: () => readonly RunEvent[];
}

/** For a new run, `first` is recorded before anything else; for a resumed one it follows the records found. */
export async function openRecorder(journal: JournalPort, records: readonly Recorded[], first: RunEvent): Promise<Recorder> {
  const record = await journal.append(first);
  let state = foldRun([...records, record]);
  let trail = [...records, record].map(({ event }) => event);
  trail = trail.slice(trail.findLastIndex(isPlanning) + 1);
  const note = async (event: RunEvent): Promise<void> => {
    const looked = trail.length;
    const next = await journal.append(event);
    // Read the state only now: other events may have been recorded while this one was written.
    state = foldRecord(state, next);
    // A new plan knows nothing of what was recorded while it was written.
    trail = isPlanning(event) ? trail.slice(looked) : [...trail, event];
  };
  return { state: () => state, note, sincePlanned: () => trail };
}

function isPlanning({ ev }: RunEvent): boolean {
  return ev === 'run-replanned';
}
