import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Repository } from '@breakwater/git';
import { tempHome } from '@breakwater/lane';
import type { ClaudeSettings, CommitId } from '@breakwater/model';
import type { ScoutQuestion } from '@breakwater/predict';
import { type Answered, askClaude, MARKER, scoutMarker, sessionEnvironment } from '@breakwater/session';
import { keepAnswer } from './kept-scouting.js';
import { scoutsFolder } from './places.js';
import type { World } from './world.js';

/** Limits of one question; most are answered in a few turns. */
export const SCOUT_LIMITS = { usd: 0.2, turns: 12, minutes: 5 } as const;

export interface ScoutPlace {
  readonly repository: Repository;
  readonly base: CommitId;
  readonly claude: ClaudeSettings;
}

/** Asks one read-only session and keeps its answer under `key`; the log of one that did not answer stays beside it. */
export async function askScout(
  { task, prompt, schema, key }: ScoutQuestion & { readonly key: string },
  { repository, base, claude }: ScoutPlace,
  world: World,
): Promise<Answered> {
  const folder = scoutsFolder(repository);
  const logFile = join(folder, `${key}.log`);
  const mayRead = await isAt(repository, base);
  const own = { [MARKER]: scoutMarker(repository.tag, task, world.pid), ...READS_ONLY };
  const environment = sessionEnvironment(world.environment, own);
  const answered = await inPlace(mayRead ? repository.root : undefined, world, (cwd) =>
    askClaude({ claude, prompt, schema, mayRead, cwd, environment, logFile, budget: SCOUT_LIMITS, signal: world.stop }),
  );
  if (!answered.answer.ok) return answered;
  await keepAnswer({ folder, unique: () => world.randomHex(8) }, key, answered.answer.value);
  await rm(logFile, { force: true });
  return answered;
}

/** Asked how the checkout stands, git would write what it learned into the index, which is the user's. */
const READS_ONLY = { GIT_OPTIONAL_LOCKS: '0' } as const;

/** What a session reads in the checkout is what the task will find, as far as it is committed. */
async function isAt(repository: Repository, base: CommitId): Promise<boolean> {
  return !repository.bare && (await repository.head()).commit === base;
}

/** In the checkout, where it may read; else in an empty folder. */
async function inPlace<T>(checkout: string | undefined, world: World, work: (cwd: string) => Promise<T>): Promise<T> {
  if (checkout !== undefined) return work(checkout);
  const folder = await mkdtemp(join(tempHome(world), 'breakwater-scout-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
