import type { HubRule, Plan, Recorded, Task } from '@breakwater/model';
import { checkEnd } from './check/run/end.js';
import { checkIntegration } from './check/run/integration.js';
import { checkReplan } from './check/run/replan.js';
import { checkRoomOf } from './check/run/room.js';
import type { RunCheck } from './check/run/run-check.js';
import { checkStart } from './check/run/start.js';
import { checkSides } from './check/run/together.js';
import { beginWatch, type RunRules, watch } from './check/run/watch.js';

const checks: readonly RunCheck[] = [checkStart, checkSides, checkRoomOf, checkIntegration, checkReplan, checkEnd];

/** What a run is held against. `hubs`: the rules the plan was made with. */
export interface RunPromises {
  readonly plan: Plan;
  readonly tasks: readonly Task[];
  readonly capacities?: Readonly<Record<string, number>>;
  readonly hubs?: readonly HubRule[];
}

/**
 * What a recorded run did that its plan forbids, in sentences with the number of the record; empty is good. It reads the events, the
 * plan and the tasks, and shares no code with what ran: not the fold, not the dispatcher.
 */
export function checkRun(records: readonly Recorded[], promises: RunPromises): readonly string[] {
  const { plan, tasks, capacities = {}, hubs = [] } = promises;
  const rules: RunRules = { plan, tasks: new Map(tasks.map((task) => [task.id, task])), capacities, hubs };
  const faults: string[] = [];
  let moment = beginWatch(plan);
  for (const { seq, event } of records) {
    for (const fault of checks.flatMap((check) => check(moment, event, rules))) faults.push(`record ${seq}: ${fault}`);
    moment = watch(moment, event);
  }
  return faults;
}
