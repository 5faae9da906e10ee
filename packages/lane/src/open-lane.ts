import { attemptName, err, type LaneEnd, type LaneOrder, NO_USAGE, ok, type Result, type TaskFailure } from '@breakwater/model';
import { type SessionEnd, startSession } from '@breakwater/session';
import { failureMessage } from './failure-message.js';
import { laneGuard } from './lane-guard.js';
import type { LaneWorld } from './lane-world.js';
import type { LocalLaneSetting } from './local-lane-setting.js';
import { installStore, laneMarker, lanePlace, logFile } from './places.js';
import { preparePlace } from './prepare-place.js';
import { saveWork } from './save-work.js';
import { sessionVariables, type Variables } from './session-variables.js';
import { tearDown } from './tear-down.js';
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
    const variables = sessionVariables(setting, use, laneMarker(setting, order.id));
    const end = await workIn(place.value, variables, { order, world });
    await takeAway(place.value, variables, { order, world });
    return end;
  });
}

function failed(failure: TaskFailure): LaneEnd {
  return { end: 'failed', failure, usage: NO_USAGE };
}

/** The worktree on the order's branch: one that is already there, or a new one. */
async function openPlace(order: LaneOrder, setting: LocalLaneSetting): Promise<Result<string, string>> {
  const { repository } = setting;
  const path = lanePlace(setting, order.id);
  const present = await repository.listWorktrees();
  if ((await repository.worktreeHead(path)) !== undefined && present.some((one) => one.branch === order.branch)) return ok(path);
  const { run, task, attempt } = order.id;
  const reason = `breakwater run ${run}, task ${task}, attempt ${attempt}`;
  const added = await repository.addWorktree({ path, branch: order.branch, base: order.base, reason });
  return added.ok ? ok(added.value.path) : err(failureMessage(added.error));
}

interface Work {
  readonly order: LaneOrder;
  readonly world: LaneWorld;
}

async function workIn(place: string, { own, environment }: Variables, work: Work): Promise<LaneEnd> {
  const { order, world } = work;
  world.news({ kind: 'phase', phase: 'prepare' });
  const prepared = await prepare(place, { own, environment }, work);
  if (prepared.end === 'failed') return failed(prepared.failure);
  if (prepared.end === 'stopped') return { end: 'stopped', usage: NO_USAGE };
  world.news({ kind: 'phase', phase: 'session' });
  const session = await runSession(place, environment, work);
  world.news({ kind: 'phase', phase: 'save' });
  return saveWork(session, { order, place, world });
}

function prepare(place: string, { own, environment }: Variables, { order, world }: Work): ReturnType<typeof preparePlace> {
  const { setting, news, signal } = world;
  return preparePlace({
    repository: setting.repository,
    patterns: setting.config.worktrees.include,
    place,
    commit: order.base,
    store: installStore(setting),
    installs: world.installs,
    commands: order.prepare ?? setting.config.prepare,
    laneFile: setting.config.lanes.file,
    variables: own,
    environment,
    values: { base: order.base, task: order.id.task },
    logFile: logFile(setting, attemptName(order.id.task, order.id.attempt), 'prepare'),
    signal,
    onWarning: (text) => news({ kind: 'warning', text }),
    onStep: (detail) => news({ kind: 'phase', phase: 'prepare', detail }),
  });
}

/** Whatever came of it: what was set up outside of the worktree for this task goes, and the next one finds the lane empty. */
async function takeAway(place: string, { environment }: Variables, { order, world }: Work): Promise<void> {
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

function runSession(place: string, environment: Readonly<Record<string, string>>, { order, world }: Work): Promise<SessionEnd> {
  const { setting, news, signal } = world;
  const { task, attempt } = order.id;
  const guard = laneGuard(order, place, world);
  return startSession({
    runner: order.runner,
    claude: setting.config.claude,
    task,
    sessionId: setting.newSessionId(),
    cwd: place,
    environment,
    prompt: order.prompt,
    ...(order.model === undefined ? {} : { model: order.model }),
    budget: order.budget,
    verify: order.verify,
    logFile: logFile(setting, attemptName(task, attempt), 'session'),
    ...(guard === undefined ? {} : { guard }),
    onNews: news,
    signal,
  });
}
