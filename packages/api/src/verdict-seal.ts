import { createHmac } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Repository, readRegularFile } from '@breakwater/git';
import type { RunId, Verdict } from '@breakwater/model';
import { runFolder } from './places.js';
import type { World } from './world.js';

/** Tells words that `approve` and `reject` wrote from those that somebody wrote with git. */
export type Seal = (verdict: Verdict) => string;

/** Hexadecimal digits. */
const KEY_LENGTH = 64;

/** The seal of a run's verdicts; undefined while nobody has judged any of it. */
export async function sealOf(repository: Repository, run: RunId): Promise<Seal | undefined> {
  const key = await readRegularFile(keyFile(repository, run)).then(String, () => '');
  return key.length === KEY_LENGTH ? sealWith(key, run) : undefined;
}

/** The same; the key is made with the first word, readable by its owner only, beside the journal. */
export async function makeSeal(repository: Repository, run: RunId, world: Pick<World, 'randomHex'>): Promise<Seal> {
  const present = await sealOf(repository, run);
  if (present !== undefined) return present;
  const key = world.randomHex(KEY_LENGTH);
  await mkdir(runFolder(repository, run), { recursive: true, mode: 0o700 });
  await writeFile(keyFile(repository, run), key, { mode: 0o600 });
  return sealWith(key, run);
}

function keyFile(repository: Repository, run: RunId): string {
  return join(runFolder(repository, run), 'verdict-key');
}

function sealWith(key: string, run: RunId): Seal {
  return (verdict) => {
    const { task, attempt, commit } = verdict;
    const reason = verdict.verdict === 'rejected' ? verdict.reason : null;
    return createHmac('sha256', key)
      .update(JSON.stringify([run, verdict.verdict, task, attempt, commit, reason]))
      .digest('hex');
  };
}
