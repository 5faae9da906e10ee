import type { Answer, LaneOrder } from '@breakwater/model';
import type { GuardOrder } from '@breakwater/session';
import type { LaneWorld } from './lane-world.js';

/** The guard of a lane: what the order granted is answered here, the rest is asked of the orchestrator. Undefined without a fence. */
export function laneGuard(order: LaneOrder, place: string, { setting, ask, news }: LaneWorld): GuardOrder | undefined {
  if (order.fence === 'off') return undefined;
  const { repository } = setting;
  const granted = new Set<string>(order.grants);
  return {
    secret: setting.newSessionId(),
    ask: async (path, written) => {
      if (granted.has(path)) return GRANTED;
      const answer = await ask({ ask: 'write', id: order.id, path, ...(written ? { written } : {}) });
      if (answer.answer === 'granted') granted.add(path);
      // Every worktree has its own, so of an ignored file there is nothing to collide.
      return answer.answer === 'refused' && (await repository.isIgnored(place, path)) ? GRANTED : answer;
    },
    changed: () => repository.changedSince(place, order.base),
    onOutside: (name) => news({ kind: 'warning', text: `was refused ${name}: it is outside of its worktree` }),
  };
}

const GRANTED: Answer = { answer: 'granted' };
