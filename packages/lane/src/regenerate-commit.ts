import { namedByAny } from '@breakwater/glob';
import type { RegenerateEnd, RegenerateOrder, TaskFailure, VerifyOrder } from '@breakwater/model';
import { detectInstall } from './install/detect-install.js';
import type { LaneWorld } from './lane-world.js';
import type { PrepareEnd } from './prepare-place.js';
import { type Ended, inVerifyPlace, makeReady, moveTo, type Preparedness, runThere, type Verification } from './verify-place.js';

/**
 * Runs the commands of the order, which are those of the rules, on a merge and answers it with what they made of the files of their own
 * rules. Nobody works in that place, so what else they changed goes with the next order.
 */
export function regenerateCommit(
  rules: RegenerateOrder['rules'],
  order: VerifyOrder,
  begin: { readonly prepared: Preparedness; readonly world: LaneWorld },
): Promise<Ended<RegenerateEnd>> {
  const isMade = namedByAny(rules);
  return inVerifyPlace<RegenerateEnd>(order, begin, async (place, verification) => {
    const install = await detectInstall(place);
    const isLocked = install !== undefined && isMade(install.lockfile);
    const ready = await (isLocked ? readyAtBase(place, verification) : makeReady(place, verification));
    if (ready.end.end !== 'ready') return { end: ready.end, prepared: ready.prepared };
    const end = await runThere(place, verification);
    // A command that makes a lockfile may install as well.
    const after = isLocked ? {} : ready.prepared;
    if (end.end === 'failed') return { end: { end: 'failed', failure: andWhatItMakes(end.failure, rules) }, prepared: after };
    if (end.end === 'stopped') return { end, prepared: after };
    const { commit, left } = await verification.world.setting.repository.commitAmended(place, isMade);
    return { end: { end: 'made', commit, left }, prepared: after };
  });
}

function andWhatItMakes(failure: TaskFailure, rules: RegenerateOrder['rules']): TaskFailure {
  if (failure.reason !== 'verify') return failure;
  const makes = rules.filter(({ command }) => command === failure.command).flatMap(({ files }) => files);
  return { ...failure, makes };
}

/** A lockfile that is to be made anew does not fit the manifests of the merge, so what is installed is what the base asks for. */
async function readyAtBase(
  place: string,
  verification: Verification,
): Promise<Ended<PrepareEnd | Extract<RegenerateEnd, { end: 'failed' }>>> {
  const { order, world } = verification;
  const base = { ...order, head: order.base };
  const there = await moveTo(base, world.setting);
  if (typeof there !== 'string') return { end: there, prepared: {} };
  const ready = await makeReady(place, { ...verification, order: base });
  const back = ready.end.end === 'ready' ? await moveTo(order, world.setting) : place;
  return typeof back === 'string' ? ready : { end: back, prepared: {} };
}
