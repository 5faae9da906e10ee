import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { deleteFolder, readRegularFile } from '@breakwater/git';
import type { TaskFailure, VerifyEnd, VerifyOrder } from '@breakwater/model';
import { runCommands } from '@breakwater/session';
import { clearLeftovers } from './clear-leftovers.js';
import { commandFailure } from './command-failure.js';
import { failureMessage } from './failure-message.js';
import { detectInstall } from './install/detect-install.js';
import type { LaneUse } from './lane-environment.js';
import type { LaneWorld } from './lane-world.js';
import { nxProjects } from './nx-projects.js';
import { installStore, logFile, verifyMarker, verifyPlace } from './places.js';
import { type PrepareEnd, preparePlace } from './prepare-place.js';
import { sessionVariables, type Variables } from './session-variables.js';
import { concernsNobody, verifyValues } from './verify-values.js';
import { withTempFolder } from './with-temp-folder.js';

/** Minutes for each command. */
const LIMIT_MINUTES = 60;

/** What the verify place was last prepared for; undefined: nothing yet. */
export interface Preparedness {
  readonly key?: string;
}

/** How work in the place ended, and what it is prepared for then. */
export interface Ended<E> {
  readonly end: E;
  readonly prepared: Preparedness;
}

export interface Unfit {
  readonly end: 'failed';
  readonly failure: TaskFailure;
}

/** Work in the worktree without a session, put at the order's head; it is kept from one order to the next. */
export async function inVerifyPlace<E>(
  order: VerifyOrder,
  { prepared, world }: { readonly prepared: Preparedness; readonly world: LaneWorld },
  work: (place: string, verification: Verification) => Promise<Ended<E>>,
): Promise<Ended<E | Unfit | { readonly end: 'stopped' }>> {
  if (world.signal.aborted) return { end: { end: 'stopped' }, prepared };
  const { setting, news } = world;
  news({ kind: 'phase', phase: 'verify' });
  const place = await moveTo(order, setting);
  if (typeof place !== 'string') return { end: place, prepared: {} };
  const ports = await world.ports.lease(setting.config.lanes.ports, 'verify');
  if (!ports.ok) return { end: { end: 'failed', failure: { reason: 'worktree', message: ports.error } }, prepared };
  return withTempFolder(setting, order.run, (temp) =>
    work(place, { order, prepared, world, temp, variables: variablesOf(order, world, { ports: ports.value, temp }) }),
  );
}

export function variablesOf({ run, task }: VerifyOrder, { setting }: LaneWorld, own: Pick<LaneUse, 'ports' | 'temp'>): Variables {
  return sessionVariables(setting, { run, task, lane: setting.config.concurrency, ...own }, verifyMarker(setting, run, task));
}

/** Tracked files are those of the commit; what earlier verifications left lying about is gone. */
export async function moveTo(order: VerifyOrder, setting: LaneWorld['setting']): Promise<string | Unfit> {
  const { repository } = setting;
  const path = verifyPlace(setting);
  const detached = { path, commit: order.head, reason: `breakwater run ${order.run}, verify` };
  const moved = await repository.addDetachedWorktree(detached).then((first) => {
    const isStray = !first.ok && first.error.reason === 'repository-refused' && first.error.code === 'E_WORKTREE_ROOT';
    return isStray ? anew(detached, first, setting) : first;
  });
  if (!moved.ok) return { end: 'failed', failure: { reason: 'worktree', message: failureMessage(moved.error) } };
  await clearLeftovers(repository, path);
  if (setting.config.isolation === 'clone') await repository.giveClone(path, { over: true });
  return path;
}

type Added = Awaited<ReturnType<LaneWorld['setting']['repository']['addDetachedWorktree']>>;

/** A folder that was our verify place, as its link into the git directory or its clone of it shows, and that git no longer knows: nobody ever worked in it. */
async function anew(
  detached: { readonly path: string; readonly commit: VerifyOrder['head']; readonly reason: string },
  refused: Added,
  { repository }: LaneWorld['setting'],
): Promise<Added> {
  const link = await readRegularFile(join(detached.path, '.git')).then(String, () => '');
  const reads = await readRegularFile(join(detached.path, '.git', 'objects', 'info', 'alternates')).then(String, () => '');
  const { commonDirectory } = repository;
  const isOurs = link.startsWith(`gitdir: ${commonDirectory}/worktrees/`) || reads === `${commonDirectory}/objects\n`;
  if (!isOurs) return refused;
  await deleteFolder(detached.path);
  return repository.addDetachedWorktree(detached);
}

export interface Verification {
  readonly order: VerifyOrder;
  readonly prepared: Preparedness;
  readonly world: LaneWorld;
  readonly variables: Variables;
  /** For files of ours, absolute. */
  readonly temp: string;
}

/** Makes the place fit for the commit it is at, unless it is already. Answers what it is prepared for when that went well. */
export async function makeReady(place: string, verification: Verification): Promise<Ended<PrepareEnd>> {
  const key = await preparationKey(place, verification);
  const end = key === verification.prepared.key ? ({ end: 'ready' } as const) : await prepare(place, verification);
  return { end, prepared: end.end === 'ready' ? { key } : {} };
}

/** Runs the order's commands there. */
export async function runThere(
  place: string,
  { order, world, variables: { commands: environment }, temp }: Verification,
): Promise<VerifyEnd> {
  const { setting, signal, news } = world;
  const log = logFile(setting, order.task, 'verify');
  const known = () => nxProjects({ place, temp, environment, logFile: log, signal });
  const values = await verifyValues(order, { place, setting, known });
  const commands = order.commands.filter((command) => {
    const spared = concernsNobody(command, values);
    if (spared) news({ kind: 'phase', phase: 'verify', detail: `concerns no project: ${command}` });
    return !spared;
  });
  const end = await runCommands({ commands, cwd: place, environment, values, logFile: log, minutes: LIMIT_MINUTES, signal });
  return end.end === 'failed' ? { end: 'failed', failure: commandFailure('verify', end) } : end;
}

/** Installing takes longer than most checks, so it is done again only when what it depends on has changed. */
async function preparationKey(place: string, { order, world }: Verification): Promise<string> {
  const install = await detectInstall(place);
  const parts = [order.prepare ?? world.setting.config.prepare ?? null, install?.lockfile ?? null, install?.content ?? null];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function prepare(place: string, { order, world, variables }: Verification): Promise<PrepareEnd> {
  const { setting, news, signal } = world;
  return preparePlace({
    repository: setting.repository,
    patterns: setting.config.worktrees.include,
    place,
    commit: order.head,
    store: installStore(setting),
    installs: world.installs,
    commands: order.prepare ?? setting.config.prepare,
    laneFile: setting.config.lanes.file,
    variables: variables.own,
    environment: variables.commands,
    values: { base: order.base, head: order.head, task: order.task },
    logFile: logFile(setting, order.task, 'verify'),
    signal,
    onWarning: (text) => news({ kind: 'warning', text }),
    onStep: (detail) => news({ kind: 'phase', phase: 'verify', detail }),
  });
}
