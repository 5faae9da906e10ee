import type { VerifyEnd, VerifyOrder } from '@breakwater/model';
import type { LaneWorld } from './lane-world.js';
import { logFile, verifyPlace } from './places.js';
import { tearDown } from './tear-down.js';
import { type Ended, inVerifyPlace, makeReady, type Preparedness, runThere, variablesOf } from './verify-place.js';
import { withTempFolder } from './with-temp-folder.js';

/** Runs commands on the exact tree of a commit. Answers also what the place is prepared for now. */
export function verifyCommit(order: VerifyOrder, prepared: Preparedness, world: LaneWorld): Promise<Ended<VerifyEnd>> {
  return inVerifyPlace<VerifyEnd>(order, { prepared, world }, async (place, verification) => {
    const ready = await makeReady(place, verification);
    if (ready.end.end !== 'ready') return { end: ready.end, prepared: ready.prepared };
    return { end: await runThere(place, verification), prepared: ready.prepared };
  });
}

/** What the last verification set up outside of the place goes. Answers sentences about what did not. */
export async function tearDownVerify(order: VerifyOrder, world: LaneWorld): Promise<readonly string[]> {
  const { setting } = world;
  const commands = setting.config.teardown ?? [];
  const ports = await world.ports.lease(setting.config.lanes.ports, 'verify');
  if (commands.length === 0 || !ports.ok) return [];
  return withTempFolder(setting, order.run, (temp) => {
    const { commands: environment } = variablesOf(order, world, { ports: ports.value, temp });
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
