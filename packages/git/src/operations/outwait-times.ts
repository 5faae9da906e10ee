import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Place } from '../place.js';
import { LONG } from '../run/run-git.js';

/**
 * Git looks into files that were written within the second of the index, for their times do not tell whether they changed since. In one
 * that was committed otherwise than its attributes say (line ends that were never normalised, a file that should be in LFS) it then
 * finds a change that nobody made, and every session would commit it. Once the index is younger than all that it lists, it goes by the
 * times. Only for a place in which nobody works yet: a change within that second would stay unseen.
 */
export async function outwaitTimes(place: Place): Promise<void> {
  const { stdout } = await place.run(['diff-files', '--name-only', '-z', '--ignore-submodules=all'], { limit: LONG });
  if (stdout.length === 0) return;
  await wait(SECOND - (Date.now() % SECOND) + MARGIN);
  const now = new Date();
  await utimes(join(place.directory, 'index'), now, now);
}

/** Milliseconds. */
const SECOND = 1000;
/** A timer may come a little early. */
const MARGIN = 10;
