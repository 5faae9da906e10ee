import type { Repository } from '@breakwater/git';
import { type Config, type Diagnostic, type Failure, type Finding, ok, type Result, runId } from '@breakwater/model';
import { checkRunner } from '@breakwater/session';
import { loadConfig, loadTasks } from '@breakwater/tasks';
import { checkWorktreesFolder } from './check-worktrees-folder.js';
import { allRuns, isOver } from './find-run.js';
import { holdLock, livingOwner } from './hold-lock.js';
import { findLeftovers, repairRuns } from './leftovers.js';
import { lookAtHistory } from './look-at-history.js';
import { openRepo, startFolder } from './open-repo.js';
import { worktreesFolder } from './places.js';
import type { World } from './world.js';

/**
 * What the environment lacks for a run, which runs are unfinished, and what killed commands left. Leftovers are removed when `repair`
 * is asked for, and only ours: nothing in which work could be, nothing of the user's, nothing while a run goes on. No network.
 */
export async function doctor(
  { repo, repair }: { readonly repo?: string; readonly repair: boolean },
  world: World,
): Promise<Result<readonly Finding[], Failure>> {
  const opened = await openRepo(repo, world);
  if (!opened.ok) return opened;
  const repository = opened.value;
  const environment = [...(await lookAtEnvironment(repository, repo, world)), ...(await lookAtHistory(repository))];
  const runs = await lookAtRuns(repository);
  const owner = await livingOwner(repository);
  if (owner !== undefined) {
    const says = `run ${owner.run} goes on in process ${owner.pid}; leftovers are looked for when it has ended`;
    return ok([...environment, ...runs, { about: 'leftover', state: 'note', says }]);
  }
  const leftovers = await lookAtLeftovers(repository, repair, world);
  return leftovers.ok ? ok([...environment, ...runs, ...leftovers.value]) : leftovers;
}

async function lookAtEnvironment(repository: Repository, repo: string | undefined, world: World): Promise<readonly Finding[]> {
  const versions: readonly Finding[] = [
    { about: 'git', state: 'good', says: `git ${repository.version.join('.')}` },
    { about: 'node', state: 'good', says: `Node ${process.versions.node}` },
  ];
  const where = { root: repository.root, cwd: startFolder(repo, world) };
  const loaded = await loadTasks(where);
  const written = loaded.ok ? [] : [cannotRead(loaded.error)];
  // Faults of the tasks are no reason to leave unsaid what else is missing.
  const config = loaded.ok ? loaded : await loadConfig(where);
  if (!config.ok) return [...versions, ...written];
  return [
    ...versions,
    ...written,
    await lookAtRunner(repository, config.value.config, world),
    await lookAtFolder(repository, config.value.config),
  ];
}

/** Of a single fault what mends it; of several where all are told. */
function cannotRead([first, ...others]: readonly Diagnostic[]): Finding {
  const where = first?.place === undefined ? '' : `${first.place.file}:${first.place.line}: `;
  const more = others.length === 0 ? '' : `, and ${others.length} more`;
  const says = `${where}${first?.message ?? 'tasks or configuration cannot be read'}${more}`;
  const hint = others.length === 0 && first?.hint !== undefined ? first.hint : 'breakwater plan shows every fault';
  return { about: 'configuration', state: 'bad', says, hint };
}

async function lookAtRunner({ root }: Repository, config: Config, world: World): Promise<Finding> {
  const { runner, claude } = config;
  const checked = await checkRunner({ runner, claude, environment: world.environment, cwd: root });
  if (checked.ok)
    return { about: 'runner', state: 'good', says: [checked.value.description, ...checked.value.warnings].join('; ') };
  return bad('runner', checked.error);
}

async function lookAtFolder(repository: Repository, config: Config): Promise<Finding> {
  const folder = worktreesFolder(repository, config, runId('0000'));
  if (!folder.ok) return bad('worktrees', folder.error);
  const usable = await checkWorktreesFolder(folder.value);
  return usable.ok
    ? { about: 'worktrees', state: 'good', says: 'the folder for worktrees can be written' }
    : bad('worktrees', usable.error);
}

function bad(about: Finding['about'], failure: Failure): Finding {
  const says = 'message' in failure ? failure.message : failure.reason;
  return { about, state: 'bad', says, ...('hint' in failure && failure.hint !== undefined ? { hint: failure.hint } : {}) };
}

async function lookAtRuns(repository: Repository): Promise<readonly Finding[]> {
  const open = (await allRuns(repository)).filter(({ state }) => !isOver(state));
  return open.map(({ run, state }) => {
    const done = state.tasks.filter((task) => task.state.state === 'integrated').length;
    const says = `run ${run} is unfinished: ${done} of ${state.tasks.length} tasks are done`;
    return { about: 'run', state: 'note', says, hint: `breakwater resume ${run}, or give it up: breakwater clean ${run}` };
  });
}

async function lookAtLeftovers(
  repository: Repository,
  repair: boolean,
  world: World,
): Promise<Result<readonly Finding[], Failure>> {
  const stale = await repository.lockOwner();
  const found = await findLeftovers(repository, world);
  const lock = stale === undefined ? [] : [`the lock of run ${stale.run}, whose process ${stale.pid} is dead`];
  const named = [...lock, ...found.map(({ what }) => what)];
  if (!repair) {
    return ok(named.map((says) => ({ about: 'leftover', state: 'bad', says, hint: 'breakwater doctor --repair' })));
  }
  // The lock is taken first and given back last, so that no run begins meanwhile; taking it over is what removes a dead one.
  const held = await holdLock(repository, 'doctor', world);
  if (!held.ok) return held;
  try {
    for (const { remove } of found) await remove();
    const done = [...named, ...(await repairRuns(repository))];
    return ok(done.map((says) => ({ about: 'leftover', state: 'repaired', says })));
  } finally {
    await held.value.release();
  }
}
