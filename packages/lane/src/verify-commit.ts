import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { VerifyEnd, VerifyOrder } from '@breakwater/model';
import { type CommandsEnd, runCommands } from '@breakwater/session';
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
import { tearDown } from './tear-down.js';
import { concernsNobody, verifyValues } from './verify-values.js';
import { withTempFolder } from './with-temp-folder.js';

/** Minutes for each command. */
const LIMIT_MINUTES = 60;

/** What the verify place was last prepared for; undefined: nothing yet. */
export interface Preparedness {
  readonly key?: string;
}

/**
 * Runs commands on the exact tree of a commit, in a worktree without a session that is kept from one verification to the next.
 * Answers also what the place is prepared for now.
 */
export async function verifyCommit(
  order: VerifyOrder,
  prepared: Preparedness,
  world: LaneWorld,
): Promise<{ readonly end: VerifyEnd; readonly prepared: Preparedness }> {
  if (world.signal.aborted) return { end: { end: 'stopped' }, prepared };
  const { setting, news } = world;
  news({ kind: 'phase', phase: 'verify' });
  const place = await moveTo(order, setting);
  if (typeof place !== 'string') return { end: place, prepared: {} };
  const ports = await world.ports.lease(setting.config.lanes.ports, 'verify');
  if (!ports.ok) return { end: { end: 'failed', failure: { reason: 'worktree', message: ports.error } }, prepared };
  return withTempFolder(setting, order.run, (temp) =>
    verifyIn(place, { order, prepared, world, temp, variables: variablesOf(order, world, { ports: ports.value, temp }) }),
  );
}

function variablesOf({ run, task }: VerifyOrder, { setting }: LaneWorld, own: Pick<LaneUse, 'ports' | 'temp'>): Variables {
  return sessionVariables(setting, { run, task, lane: setting.config.concurrency, ...own }, verifyMarker(setting, run, task));
}

/** What the last verification set up outside of the place goes. Answers sentences about what did not. */
export async function tearDownVerify(order: VerifyOrder, world: LaneWorld): Promise<readonly string[]> {
  const { setting } = world;
  const commands = setting.config.teardown ?? [];
  const ports = await world.ports.lease(setting.config.lanes.ports, 'verify');
  if (commands.length === 0 || !ports.ok) return [];
  return withTempFolder(setting, order.run, (temp) => {
    const { environment } = variablesOf(order, world, { ports: ports.value, temp });
    const values = { base: order.base, head: order.head, task: order.task };
    return tearDown({
      commands,
      cwd: verifyPlace(setting),
      environment,
      values,
      logFile: logFile(setting, order.task, 'verify'),
    });
  });
}

/** Tracked files are those of the commit; what earlier verifications left lying about is gone. */
async function moveTo(order: VerifyOrder, setting: LaneWorld['setting']): Promise<string | VerifyEnd> {
  const { repository } = setting;
  const path = verifyPlace(setting);
  const detached = { path, commit: order.head, reason: `breakwater run ${order.run}, verify` };
  const moved = await repository.addDetachedWorktree(detached).then((first) => {
    const isStray = !first.ok && first.error.reason === 'repository-refused' && first.error.code === 'E_WORKTREE_ROOT';
    return isStray ? anew(detached, first, setting) : first;
  });
  if (!moved.ok) return { end: 'failed', failure: { reason: 'worktree', message: failureMessage(moved.error) } };
  await clearLeftovers(repository, path);
  return path;
}

type Added = Awaited<ReturnType<LaneWorld['setting']['repository']['addDetachedWorktree']>>;

/** A folder that was our verify place, as its link into the git directory shows, and that git no longer knows: nobody ever worked in it. */
async function anew(
  detached: { readonly path: string; readonly commit: VerifyOrder['head']; readonly reason: string },
  refused: Added,
  { repository }: LaneWorld['setting'],
): Promise<Added> {
  const link = await readFile(join(detached.path, '.git'), 'utf8').catch(() => '');
  if (!link.startsWith(`gitdir: ${repository.commonDirectory}/worktrees/`)) return refused;
  await rm(detached.path, { recursive: true, force: true });
  return repository.addDetachedWorktree(detached);
}

interface Verification {
  readonly order: VerifyOrder;
  readonly prepared: Preparedness;
  readonly world: LaneWorld;
  readonly variables: Variables;
  /** For files of ours, absolute. */
  readonly temp: string;
}

async function verifyIn(
  place: string,
  verification: Verification,
): Promise<{ readonly end: VerifyEnd; readonly prepared: Preparedness }> {
  const key = await preparationKey(place, verification);
  const prepared = key === verification.prepared.key ? ({ end: 'ready' } as const) : await prepare(place, verification);
  if (prepared.end !== 'ready') return { end: prepared, prepared: {} };
  const end = await runVerify(place, verification);
  const answer: VerifyEnd = end.end === 'failed' ? { end: 'failed', failure: commandFailure('verify', end) } : end;
  return { end: answer, prepared: { key } };
}

async function runVerify(place: string, { order, world, variables: { environment }, temp }: Verification): Promise<CommandsEnd> {
  const { setting, signal, news } = world;
  const log = logFile(setting, order.task, 'verify');
  const known = () => nxProjects({ place, temp, environment, logFile: log, signal });
  const values = await verifyValues(order, { place, setting, known });
  const commands = order.commands.filter((command) => {
    const spared = concernsNobody(command, values);
    if (spared) news({ kind: 'phase', phase: 'verify', detail: `concerns no project: ${command}` });
    return !spared;
  });
  return runCommands({ commands, cwd: place, environment, values, logFile: log, minutes: LIMIT_MINUTES, signal });
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
    environment: variables.environment,
    values: { base: order.base, head: order.head, task: order.task },
    logFile: logFile(setting, order.task, 'verify'),
    signal,
    onWarning: (text) => news({ kind: 'warning', text }),
    onStep: (detail) => news({ kind: 'phase', phase: 'verify', detail }),
  });
}
