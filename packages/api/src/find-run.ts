import type { Repository } from '@breakwater/git';
import { listRuns, readJournal } from '@breakwater/journal';
import {
  asRunId,
  err,
  type Failure,
  foldRun,
  ok,
  type Recorded,
  type Result,
  type RunId,
  type RunState,
} from '@breakwater/model';
import { runFolder, runsFolder } from './places.js';

/** A run as its journal tells it. */
export interface FoundRun {
  readonly run: RunId;
  readonly records: readonly Recorded[];
  readonly state: RunState;
}

/** The named run, or the newest one. */
export async function findRun(repository: Repository, wanted: string | undefined): Promise<Result<FoundRun, Failure>> {
  const known = await listRuns(runsFolder(repository));
  const run = wanted === undefined ? known[0] : known.find((one) => one === asRunId(wanted));
  if (run === undefined) return err({ reason: 'no-run', known, ...(wanted === undefined ? {} : { run: wanted }) });
  return readRun(repository, run);
}

export async function readRun(repository: Repository, run: RunId): Promise<Result<FoundRun, Failure>> {
  const records = await readJournal(runFolder(repository, run));
  if (!records.ok) return records;
  if (records.value.length === 0) return err({ reason: 'no-run', run, known: [] });
  return ok({ run, records: records.value, state: foldRun(records.value) });
}

/** Every run whose journal can be read, newest first. */
export async function allRuns(repository: Repository): Promise<readonly FoundRun[]> {
  const runs = await listRuns(runsFolder(repository));
  const found = await Promise.all(runs.map((run) => readRun(repository, run)));
  return found.flatMap((one) => (one.ok ? [one.value] : []));
}

/** Nothing more can happen in it: it reached its end, or `clean` gave it up. */
export function isOver({ outcome }: RunState): boolean {
  return outcome === 'finished' || outcome === 'abandoned';
}
