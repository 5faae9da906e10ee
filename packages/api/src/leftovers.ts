import { basename } from 'node:path';
import type { Repository } from '@breakwater/git';
import { leftTempFolders, removeTempFolders } from '@breakwater/lane';
import { asRunId, integrationBranch, type RunId } from '@breakwater/model';
import { markedProcesses, sweep } from '@breakwater/session';
import { thaw } from './frozen.js';
import { runRefs, worktreesFolder } from './places.js';
import type { World } from './world.js';

/** Something a killed command left, and only what is ours by place or by mark. */
export interface Leftover {
  readonly what: string;
  readonly remove: () => Promise<void>;
}

/** All that dead orchestrators left in a repository, in the order in which it is best removed. Only while none lives. */
export async function findLeftovers(repository: Repository, world: World): Promise<readonly Leftover[]> {
  const runs = await runsInGit(repository);
  const found = await Promise.all([
    processesOf(repository),
    ...runs.map((run) => tempFoldersOf(repository, run, world)),
    ...runs.map((run) => neverBegun(repository, run)),
    gcHold(repository),
  ]);
  return found.flat();
}

/** Runs that git knows of, also those whose beginning was cut short. */
export async function runsInGit(repository: Repository): Promise<readonly RunId[]> {
  const refs = await repository.listRefs('refs/breakwater/runs/');
  const names = refs.map(({ ref }) => ref.split('/')[3] ?? '');
  return [...new Set(names)].flatMap((name) => asRunId(name) ?? []);
}

async function processesOf({ tag }: Repository): Promise<readonly Leftover[]> {
  const found = await markedProcesses(tag);
  return found.map(({ pid, command }) => ({
    what: `process ${pid} of a session whose run is dead: ${command}`,
    remove: async () => void (await sweep(tag)),
  }));
}

async function tempFoldersOf(repository: Repository, run: RunId, { environment }: World): Promise<readonly Leftover[]> {
  const setting = { repository, environment };
  return (await leftTempFolders(setting, run)).map((folder) => ({
    what: `temporary folder ${folder}`,
    remove: async () => void (await removeTempFolders(setting, run)),
  }));
}

/** A run exists once it has its branch, which is made last; what was made before it leads nowhere. Refs of work are never among these. */
async function neverBegun(repository: Repository, run: RunId): Promise<readonly Leftover[]> {
  const refs = await repository.listRefs(runRefs(run).prefix);
  const branch = await repository.readRef(`refs/heads/${integrationBranch(run)}`);
  const only = new Set([runRefs(run).base, runRefs(run).frozen]);
  if (branch !== undefined || refs.some(({ ref }) => !only.has(ref))) return [];
  return refs.map(({ ref, id }) => ({
    what: `${basename(ref)} of run ${run}, which was never begun`,
    remove: async () => void (await repository.deleteRef(ref, id)),
  }));
}

async function gcHold(repository: Repository): Promise<readonly Leftover[]> {
  if ((await repository.deadGcHold()) === undefined) return [];
  return [{ what: 'the hold on git gc of a process that is dead', remove: async () => void (await repository.clearDeadGc()) }];
}

/** Half-made worktrees, half removals and locks nobody holds, of every run whose place is known; answers what was done. */
export async function repairRuns(repository: Repository): Promise<readonly string[]> {
  const done: string[] = [];
  for (const run of await runsInGit(repository)) {
    const frozen = await thaw(repository, run);
    const folder = frozen === undefined ? undefined : worktreesFolder(repository, frozen.config, run);
    if (folder?.ok) done.push(...(await repository.repairWorktrees(folder.value)));
  }
  return done;
}
