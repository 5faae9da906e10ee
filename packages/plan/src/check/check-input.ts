import type { HubRule, Plan, Task } from '@breakwater/model';

/** What a check may look at. */
export interface CheckInput {
  readonly plan: Plan;
  readonly tasks: readonly Task[];
  readonly capacities: Readonly<Record<string, number>>;
  readonly hubs: readonly HubRule[];
}

/** One promise of a plan; answers with what breaks it, in sentences. */
export type Check = (input: CheckInput) => readonly string[];
