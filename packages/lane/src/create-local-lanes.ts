import {
  type CommitId,
  type LaneEnd,
  type LaneHandler,
  type LaneId,
  type LanePort,
  type News,
  NO_USAGE,
  type RegenerateEnd,
  type RegenerateOrder,
  type RunId,
  type TaskId,
  type VerifyEnd,
  type VerifyOrder,
} from '@breakwater/model';
import { commandEnvironment, secretMask } from '@breakwater/session';
import { blameDisk } from './blame-disk.js';
import { capacityFor, freeDisk } from './capacity.js';
import { failureMessage } from './failure-message.js';
import { Installs } from './install/installs.js';
import { PortLeases } from './lane-ports.js';
import { LaneRegistry } from './lane-registry.js';
import type { LocalLaneSetting } from './local-lane-setting.js';
import { maskedLanes } from './masked-lanes.js';
import { NewsLine } from './news-line.js';
import { openLane } from './open-lane.js';
import { lanePlace } from './places.js';
import { refusal } from './refusal.js';
import { salvagePlace } from './salvage-place.js';
import { Verifier } from './verifier.js';
import { withheldHints } from './withheld-hints.js';

/** Lanes on this machine: each a git worktree with its own branch, ports, temporary folder and processes. */
export function createLocalLanes(setting: LocalLaneSetting): LanePort {
  return maskedLanes(openly(setting), secretMask(setting.environment));
}

function openly(setting: LocalLaneSetting): LanePort {
  const registry = new LaneRegistry();
  const verifier = new Verifier();
  const line = new NewsLine();
  const installs = new Installs();
  const ports = new PortLeases();
  const attempts = new Map<TaskId, number>();
  const hint = withheldHints(commandEnvironment(setting.environment, setting.config.environment ?? []).withheld);
  const explained = async <E extends VerifyEnd | RegenerateEnd | LaneEnd>(end: E, news: (news: News) => void) =>
    hint(await blameDisk(end, setting), news);
  const unattended = ({ run, task }: VerifyOrder | RegenerateOrder, { ask, news }: LaneHandler) => {
    const id = { run, task, attempt: attempts.get(task) ?? 1 };
    return { one: { run, stop: new AbortController() }, world: { setting, news: line.to(id, news), ask, installs, ports } };
  };
  return {
    open: (order, handler) => {
      attempts.set(order.id.task, order.id.attempt);
      installs.expect(Math.min(order.waiting ?? 0, setting.config.concurrency));
      const news = line.to(order.id, handler.news);
      return registry.open(order.id, (signal) =>
        openLane(order, { setting, news, signal, ask: handler.ask, installs, ports })
          .catch(laneFailure)
          .then((end) => explained(end, news)),
      );
    },
    verify: async (order, handler) => {
      const { one, world } = unattended(order, handler);
      const end = registry.follow(one, (signal) => verifier.verify(order, { ...world, signal }).catch(commandsFailure));
      return explained(await end, world.news);
    },
    regenerate: async (order, handler) => {
      const { one, world } = unattended(order, handler);
      const end = registry.follow(one, (signal) => verifier.regenerate(order, { ...world, signal }).catch(commandsFailure));
      return explained(await end, world.news);
    },
    stop: async (run: RunId, lane?: LaneId) => registry.stop(run, lane),
    salvage: (order) => salvagePlace(order, { setting, ports }),
    close: (id, kept) => close(id, kept === undefined ? [] : [kept], setting),
    // The run has its end already; a place that cannot be given back is not worth losing it.
    leave: async () => {
      await installs.leave();
      await verifier.leave(setting).catch((error) => void refusal(error));
      await ports.release();
    },
    capacity: async () =>
      capacityFor({
        memory: setting.freeMemory?.() ?? process.availableMemory(),
        disk: await freeDisk(setting.worktrees),
        gitDisk: await freeDisk(setting.repository.commonDirectory),
        running: registry.count(),
      }),
  };
}

function laneFailure(error: unknown): LaneEnd {
  return { end: 'failed', failure: { reason: 'worktree', message: refusal(error) }, usage: NO_USAGE };
}

function commandsFailure(error: unknown): Extract<VerifyEnd, { end: 'failed' }> {
  return { end: 'failed', failure: { reason: 'worktree', message: refusal(error) } };
}

async function close(id: LaneId, kept: readonly CommitId[], setting: LocalLaneSetting): ReturnType<LanePort['close']> {
  const removed = await setting.repository.removeWorktree(lanePlace(setting, id), kept);
  return removed.ok ? { closed: true } : { closed: false, message: failureMessage(removed.error) };
}
