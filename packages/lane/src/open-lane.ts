import { attemptName, type LaneEnd, type LaneOrder, NO_USAGE, type TaskFailure } from '@breakwater/model';
import { type SessionEnd, startSession } from '@breakwater/session';
import { laneConfinement } from './lane-confinement.js';
import { laneGuard } from './lane-guard.js';
import type { LaneWorld } from './lane-world.js';
import { conflictsFailure, leftConflicts } from './left-conflicts.js';
import { type OpenedPlace, openPlace } from './open-place.js';
import { installStore, laneMarker, logFile } from './places.js';
import { preparePlace } from './prepare-place.js';
import { saveWork } from './save-work.js';
import { sessionVariables, type Variables } from './session-variables.js';
import { settleRefs } from './settle-refs.js';
import { tearDown } from './tear-down.js';
import { watchGit } from './watch-git.js';
import { goneFrom, isMissing, whileThere } from './watch-place.js';
import { refsOfOthers } from './watch-refs.js';
import { withTempFolder } from './with-temp-folder.js';

/** One attempt at a task from an empty place to a commit: worktree, preparation, session, saving. */
export async function openLane(order: LaneOrder, world: LaneWorld): Promise<LaneEnd> {
  if (world.signal.aborted) return { end: 'stopped', usage: NO_USAGE };
  const { setting, news } = world;
  const ports = await world.ports.lease(setting.config.lanes.ports, order.lane);
  if (!ports.ok) return failed({ reason: 'worktree', message: ports.error });
  news({ kind: 'phase', phase: 'open' });
  const place = await openPlace(order, setting);
  if (!place.ok) return failed({ reason: 'worktree', message: place.error });
  return withTempFolder(setting, order.id.run, async (temp) => {
    const use = { ...order.id, lane: order.lane, ports: ports.value, temp };
    const variables = forAgain(sessionVariables(setting, use, laneMarker(setting, order.id)), order);
    const end = await workIn(place.value, variables, { order, world });
    await takeAway(place.value.path, variables, { order, world });
    return end;
  });
}

/** For programs that would do something else when they are not asked for the first time. */
function forAgain(variables: Variables, { again }: LaneOrder): Variables {
  if (again === undefined) return variables;
  const why = { BREAKWATER_AGAIN: again.why };
  const { environment, commands } = variables;
  return { ...variables, environment: { ...environment, ...why }, commands: { ...commands, ...why } };
}

function failed(failure: TaskFailure): LaneEnd {
  return { end: 'failed', failure, usage: NO_USAGE };
}

interface Work {
  readonly order: LaneOrder;
  readonly world: LaneWorld;
}

async function workIn(opened: OpenedPlace, variables: Variables, work: Work): Promise<LaneEnd> {
  const { order, world } = work;
  const place = opened.path;
  world.news({ kind: 'phase', phase: 'prepare' });
  const prepared = await prepare(opened, variables, work);
  if (prepared.end === 'stopped') return { end: 'stopped', usage: NO_USAGE };
  // Nothing need build or install where files are in conflict; the session is there to mend them.
  if (prepared.end === 'failed' && opened.conflicts.length === 0)
    return failed((await isMissing(place)) ? goneFrom(place) : prepared.failure);
  world.news({ kind: 'phase', phase: 'session' });
  const refs = await refsOfOthers(world.setting.repository);
  const session = await watchGit(place, world, () =>
    whileThere(place, world.signal, (signal) => runSession(place, variables, { order, world: { ...world, signal } })),
  );
  world.news({ kind: 'phase', phase: 'save' });
  const end = await saveWork(session, { order, place, world });
  await settleRefs(refs, { ...work, place, commit: 'commit' in end ? end.commit : undefined });
  return judged(end, opened);
}

/** Git takes a file with conflict markers for resolved as soon as it is added. What was settled for it is not in its diff. */
async function judged(end: LaneEnd, { path, conflicts, settled = [] }: OpenedPlace): Promise<LaneEnd> {
  const left = end.end === 'committed' ? await leftConflicts(path, conflicts) : [];
  if (end.end !== 'committed') return end;
  if (left.length === 0) return settled.length === 0 ? end : { ...end, settled };
  return { end: 'failed', failure: conflictsFailure(left), commit: end.commit, usage: end.usage };
}

async function prepare(
  { path, at, bare }: OpenedPlace,
  { own, commands }: Variables,
  { order, world }: Work,
): ReturnType<typeof preparePlace> {
  const { setting, news, signal } = world;
  const commit = at ?? (await setting.repository.worktreeHead(path)) ?? order.base;
  return preparePlace({
    repository: setting.repository,
    patterns: setting.config.worktrees.include,
    place: path,
    installed: !bare,
    commit,
    store: installStore(setting),
    installs: world.installs,
    commands: order.prepare ?? setting.config.prepare,
    laneFile: setting.config.lanes.file,
    variables: own,
    environment: commands,
    values: { base: order.base, task: order.id.task },
    logFile: logFile(setting, attemptName(order.id.task, order.id.attempt), 'prepare'),
    signal,
    onWarning: (text) => news({ kind: 'warning', text }),
    onStep: (detail) => news({ kind: 'phase', phase: 'prepare', detail }),
  });
}

/** Whatever came of it: what was set up outside of the worktree for this task goes, and the next one finds the lane empty. */
async function takeAway(place: string, { commands: environment }: Variables, { order, world }: Work): Promise<void> {
  const { setting, news } = world;
  const { task, attempt } = order.id;
  const warnings = await tearDown({
    commands: setting.config.teardown ?? [],
    cwd: place,
    environment,
    values: { base: order.base, task },
    logFile: logFile(setting, attemptName(task, attempt), 'prepare'),
  });
  for (const text of warnings) news({ kind: 'warning', text });
}

async function runSession(place: string, { environment, temp }: Variables, { order, world }: Work): Promise<SessionEnd> {
  const { setting, news, signal } = world;
  const { task, attempt } = order.id;
  const guard = laneGuard(order, place, world);
  const confinement = await laneConfinement(order, { place, temp }, setting);
  return startSession({
    runner: order.runner,
    claude: setting.config.claude,
    task,
    sessionId: setting.newSessionId(),
    cwd: place,
    environment,
    prompt: order.prompt,
    ...(order.again?.conversation === undefined ? {} : { conversation: order.again.conversation }),
    ...(order.model === undefined ? {} : { model: order.model }),
    budget: order.budget,
    verify: order.verify,
    logFile: logFile(setting, attemptName(task, attempt), 'session'),
    ...(guard === undefined ? {} : { guard }),
    ...(confinement === undefined ? {} : { confinement }),
    onNews: news,
    signal,
  });
}
