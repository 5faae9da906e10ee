import type { Repository } from '@breakwater/git';
import { openJournal, replaceJournal } from '@breakwater/journal';
import { err, type RunId } from '@breakwater/model';
import { isLost, isTold } from './find-run.js';
import { runFolder } from './places.js';
import { rebuildRun } from './rebuild-run.js';
import type { World } from './world.js';

type Opened = Awaited<ReturnType<typeof openJournal>>;

/**
 * The journal of a run, to go on with. One that is gone, empty or damaged is written anew from what git knows. What is recorded in it from
 * now on is later than all that was.
 */
export async function openOrRebuild(repository: Repository, run: RunId, world: World): Promise<Opened> {
  const opened = await openOrWrite(repository, run, world);
  if (opened.ok) for (const { t } of opened.value.records) world.goOnFrom(t);
  return opened;
}

async function openOrWrite(repository: Repository, run: RunId, { now }: World): Promise<Opened> {
  const where = { folder: runFolder(repository, run), now };
  const opened = await openJournal(where);
  if (opened.ok && isTold(opened.value.records)) return opened;
  if (!opened.ok && !isLost(opened.error)) return opened;
  const events = await rebuildRun(repository, run);
  if (opened.ok) await opened.value.journal.close();
  return events === undefined ? nothingTold(run, opened) : replaceJournal(where, events);
}

function nothingTold(run: RunId, opened: Opened): Opened {
  return opened.ok ? err({ reason: 'no-run', run, known: [] }) : opened;
}
