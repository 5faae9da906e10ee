import { dirname } from 'node:path';
import type { Repository } from '@breakwater/git';
import type { Salvaged, SalvageOrder } from '@breakwater/model';
import { asCommitId, attemptName, type CommitId } from '@breakwater/model';
import { sweep, usageInLog } from '@breakwater/session';
import { bringHome } from './bring-home.js';
import { commitEverything } from './commit-everything.js';
import { furthestWork } from './furthest-work.js';
import type { LaneWorld } from './lane-world.js';
import type { LocalLaneSetting } from './local-lane-setting.js';
import { laneMarker, lanePlace, logFile } from './places.js';
import { sessionVariables } from './session-variables.js';
import { tearDown } from './tear-down.js';
import { withTempFolder } from './with-temp-folder.js';

/**
 * Saves what a session of a dead orchestrator left: first nothing of it may run any more, then its work becomes a commit, then the
 * place is given back. Answers the commit, unless there is nothing beyond the base, and what it spent.
 */
export async function salvagePlace(order: SalvageOrder, world: SalvageWorld): Promise<Salvaged> {
  const { setting } = world;
  await sweep(dirname(laneMarker(setting, order.id)));
  const { task, attempt } = order.id;
  const session = { runner: order.runner.kind, resumed: order.resumed ?? false };
  const usage = await usageInLog(logFile(setting, attemptName(task, attempt), 'session'), session);
  const commit = await saveThere(order, world);
  return commit === undefined ? { usage } : { commit, usage };
}

async function saveThere(order: SalvageOrder, world: SalvageWorld): Promise<CommitId | undefined> {
  const { setting } = world;
  const { repository } = setting;
  const place = lanePlace(setting, order.id);
  await bringHome(repository, place, order.id);
  if (order.keepPlace === true) return keepAsItIs(place, order, world);
  const saved = await commitEverything(repository, place, order);
  if (saved !== undefined) await takeAway(place, order, world);
  const tip =
    saved === undefined ? await branchTip(order, setting) : (await furthestWork(repository, saved.commit, order)).commit;
  // A snapshot leaves its files in the worktree, so this may refuse; then the place stays until `clean`, when its commit is under a ref.
  await repository.removeWorktree(place);
  return tip === order.base ? undefined : tip;
}

/** A commit beside the branch holds what is unsaved, so that the session finds its place as it left it. */
async function keepAsItIs(place: string, order: SalvageOrder, world: SalvageWorld): Promise<CommitId | undefined> {
  const { repository } = world.setting;
  const head = await repository.worktreeHead(place);
  if (head !== undefined) await takeAway(place, order, world);
  const tip =
    head === undefined
      ? (await commitEverything(repository, place, order))?.commit
      : (await furthestWork(repository, await tipWithRest(place, head, order, repository), order)).commit;
  const found = tip ?? (await branchTip(order, world.setting));
  return found === order.base ? undefined : found;
}

async function tipWithRest(
  place: string,
  head: CommitId,
  { commitMessage }: SalvageOrder,
  repository: Repository,
): Promise<CommitId> {
  return (await repository.snapshot(place, commitMessage)) ?? head;
}

type SalvageWorld = Pick<LaneWorld, 'setting' | 'ports'>;

/** The dead orchestrator could not do it. The lane's number gives the same names, and the same ports unless somebody took them. */
async function takeAway(place: string, order: SalvageOrder, { setting, ports }: SalvageWorld): Promise<void> {
  const commands = setting.config.teardown ?? [];
  const leased = await ports.lease(setting.config.lanes.ports, order.lane);
  if (commands.length === 0 || !leased.ok) return;
  await withTempFolder(setting, order.id.run, async (temp) => {
    const use = { ...order.id, lane: order.lane, ports: leased.value, temp };
    const { commands: environment } = sessionVariables(setting, use, laneMarker(setting, order.id));
    const { task, attempt } = order.id;
    const values = { base: order.base, task };
    await tearDown({
      commands,
      cwd: place,
      environment,
      values,
      logFile: logFile(setting, attemptName(task, attempt), 'prepare'),
    });
  });
}

async function branchTip({ branch }: SalvageOrder, { repository }: LocalLaneSetting): Promise<CommitId | undefined> {
  return asCommitId((await repository.readRef(`refs/heads/${branch}`)) ?? '');
}
