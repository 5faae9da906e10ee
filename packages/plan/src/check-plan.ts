import type { HubRule, Plan, Task } from '@breakwater/model';
import type { Check } from './check/check-input.js';
import { checkPlacement } from './check/placement.js';
import { checkPrecedence } from './check/precedence.js';
import { checkRoom } from './check/room.js';
import { checkTogether } from './check/together.js';

const checks: readonly Check[] = [checkPlacement, checkPrecedence, checkRoom, checkTogether];

/**
 * What is wrong with a plan, in sentences; empty is good. It believes nothing the planner computed: it looks only at who runs with
 * whom and at the tasks, and shares no code with the scheduler. `hubs`: the rules the plan was made with.
 */
export function checkPlan(
  plan: Plan,
  tasks: readonly Task[],
  capacities: Readonly<Record<string, number>>,
  hubs: readonly HubRule[] = [],
): readonly string[] {
  return checks.flatMap((check) => check({ plan, tasks, capacities, hubs }));
}
