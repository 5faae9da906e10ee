import type { Repository } from '@breakwater/git';
import { openJournal, replaceJournal } from '@breakwater/journal';
import { err, type RunId } from '@breakwater/model';
import { isLost, isTold } from './find-run.js';
import { runFolder } from './places.js';
import { rebuildRun } from './rebuild-run.js';
import type { World } from './world.js';

/** The journal of a run, to go on with. One that is gone, empty or damaged is written anew from what git knows. */
export async function openOrRebuild(repository: Repository, run: RunId, world: World): ReturnType<typeof openJournal> {
  const where = { folder: runFolder(repository, run), now: world.now };
  const opened = await openJournal(where);
  if (opened.ok && isTold(opened.value.records)) return opened;
  if (!opened.ok && !isLost(opened.error)) return opened;
  const events = await rebuildRun(repository, run);
  if (opened.ok) await opened.value.journal.close();
  return events === undefined ? nothingTold(run, opened) : replaceJournal(where, events);
}

function nothingTold(run: RunId, opened: Awaited<ReturnType<typeof openJournal>>): Awaited<ReturnType<typeof openJournal>> {
  return opened.ok ? err({ reason: 'no-run', run, known: [] }) : opened;
}
