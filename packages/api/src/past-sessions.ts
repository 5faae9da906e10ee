import type { Repository } from '@breakwater/git';
import { listRuns } from '@breakwater/journal';
import type { PastSession, Recorded, Runner, TaskId } from '@breakwater/model';
import { readRun } from './find-run.js';
import { runsFolder } from './places.js';

/** Older runs than these say little about today's tasks. */
const NEWEST = 20;

/** What earlier sessions of this repository took, those of the same kind of runner only, newest run first. */
export async function pastSessions(repository: Repository, runner: Runner['kind']): Promise<readonly PastSession[]> {
  const runs = (await listRuns(runsFolder(repository))).slice(0, NEWEST);
  const found = await Promise.all(runs.map((run) => readRun(repository, run)));
  return found.flatMap((run) => (run.ok && run.value.state.runner === runner ? sessionsOf(run.value.records) : []));
}

/** Sessions that ended with work; of others nobody knows how long they would have taken. */
export function sessionsOf(records: readonly Recorded[]): readonly PastSession[] {
  const begun = new Map<TaskId, string>();
  const verified = verifyMinutes(records);
  return records.flatMap(({ event, t }): readonly PastSession[] => {
    if (event.ev === 'task-started') begun.set(event.task, t);
    const since = event.ev === 'task-committed' ? begun.get(event.task) : undefined;
    if (event.ev !== 'task-committed' || since === undefined) return [];
    const { usd } = event.usage;
    return [
      {
        task: event.task,
        minutes: Math.max(0, Date.parse(t) - Date.parse(since)) / 60_000,
        verifyMinutes: verified.get(event.task) ?? 0,
        ...(usd === undefined ? {} : { usd }),
      },
    ];
  });
}

/** By task: what verifying took, alone or as one of a batch. */
function verifyMinutes(records: readonly Recorded[]): ReadonlyMap<TaskId, number> {
  const minutes = new Map<TaskId, number>();
  for (const { event } of records) {
    if (event.ev === 'task-verified') minutes.set(event.task, event.seconds / 60);
    if (event.ev === 'batch-verified') for (const { task } of event.members) minutes.set(task, event.seconds / 60);
  }
  return minutes;
}
