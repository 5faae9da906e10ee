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
import { nearestName } from '@breakwater/tasks';
import { runFolder, runsFolder } from './places.js';
import { asRecords, rebuildRun } from './rebuild-run.js';

/** A run as its journal tells it. */
export interface FoundRun {
  readonly run: RunId;
  readonly records: readonly Recorded[];
  readonly state: RunState;
}

/** The named run; else the one that is not over, for there is one at most; else the newest. */
export async function findRun(repository: Repository, wanted: string | undefined): Promise<Result<FoundRun, Failure>> {
  const known = await knownRuns(repository);
  const run = wanted === undefined ? known[0] : known.find((one) => one === asRunId(wanted));
  if (run === undefined) return err(noRun(wanted, known));
  const found = await readRun(repository, run);
  if (wanted !== undefined || !found.ok || !isOver(found.value.state)) return found;
  // After a clock was set back the newest may look older than those before it.
  for (const other of known.slice(1)) {
    const one = await readRun(repository, other);
    if (one.ok && !isOver(one.value.state)) return one;
  }
  return found;
}

function noRun(wanted: string | undefined, known: readonly RunId[]): Failure {
  if (wanted === undefined) return { reason: 'no-run', known };
  const near = nearestName(wanted, known);
  return { reason: 'no-run', run: wanted, known, ...(near === undefined ? {} : { near }) };
}

export async function readRun(repository: Repository, run: RunId): Promise<Result<FoundRun, Failure>> {
  const read = await readJournal(runFolder(repository, run));
  const records = read.ok && isTold(read.value) ? read.value : await rebuilt(repository, run, read);
  if (records !== undefined) return ok({ run, records, state: foldRun(records) });
  return read.ok ? err({ reason: 'no-run', run, known: [] }) : read;
}

/** A journal that is gone or damaged can be told from git; one that may not be read, or that a newer version wrote, is left alone. */
async function rebuilt(
  repository: Repository,
  run: RunId,
  read: Result<unknown, Failure>,
): Promise<readonly Recorded[] | undefined> {
  if (!read.ok && !isLost(read.error)) return undefined;
  const events = await rebuildRun(repository, run);
  return events && asRecords(events, new Date(0));
}

/** One that begins otherwise tells of no run: what made it is not in it. */
export function isTold([first]: readonly Recorded[]): boolean {
  return first?.event.ev === 'run-started';
}

export function isLost(failure: Failure): boolean {
  return failure.reason === 'no-run' || (failure.reason === 'damaged' && failure.newer === undefined);
}

/** Newest first those that have a journal, then those that only git knows. */
async function knownRuns(repository: Repository): Promise<readonly RunId[]> {
  const journals = await listRuns(runsFolder(repository));
  const refs = await repository.listRefs('refs/breakwater/runs/');
  const named = refs.flatMap(({ ref }) => asRunId(/^refs\/breakwater\/runs\/([^/]+)\/plan$/.exec(ref)?.[1] ?? '') ?? []);
  return [...journals, ...named.filter((run) => !journals.includes(run))];
}

/** Every run whose journal can be read, newest first. */
export async function allRuns(repository: Repository): Promise<readonly FoundRun[]> {
  const runs = await knownRuns(repository);
  const found = await Promise.all(runs.map((run) => readRun(repository, run)));
  return found.flatMap((one) => (one.ok ? [one.value] : []));
}

/** Nothing more can happen in it: it reached its end, or `clean` gave it up. */
export function isOver({ outcome }: RunState): boolean {
  return outcome === 'finished' || outcome === 'abandoned';
}
