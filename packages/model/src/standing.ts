import type { TaskId } from './task.js';

/** Where a run stands, as far as deciding what starts next needs it. One snapshot; nothing is remembered between two of them. */
export interface Standing {
  /** Their code is in the chain. */
  readonly integrated: readonly TaskId[];
  readonly open: readonly OpenTask[];
  readonly waiting: readonly WaitingTask[];
  /** Sessions that may be started now. */
  readonly room: number;
}

/** Started, and neither in the chain nor given up: what it writes is not there for others yet. */
export interface OpenTask {
  readonly task: TaskId;
  /** Paths it has written for certain, predicted or not. */
  readonly wrote: readonly string[];
}

export interface WaitingTask {
  readonly task: TaskId;
  /** It was at work before and was interrupted: it keeps its turn. */
  readonly begun: boolean;
}

/** A run in waves, as far as planning the rest of it anew needs it. */
export interface WaveStanding extends Standing {
  /** Waiting tasks of the wave that runs. */
  readonly present: readonly TaskId[];
  /** The waves that come, as planned so far: only tasks that still wait. */
  readonly coming: readonly (readonly TaskId[])[];
}

/** Waiting tasks that are expected to write what an open one has written, though the plan did not know they would meet. */
export interface Meeting {
  readonly tasks: readonly TaskId[];
  /** What they meet on, sorted. */
  readonly paths: readonly string[];
}
