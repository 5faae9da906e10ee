import type { Plan } from '@breakwater/model';
import type { PlanInput } from '../plan-input.js';
import { findConstraints } from './find-constraints.js';

/** The plan with what keeps it from being shorter. The id stays: all this follows from what the plan was made from. */
export function withConstraints(plan: Plan, input: PlanInput): Plan {
  return { ...plan, forecast: { ...plan.forecast, constraints: findConstraints(plan, input) } };
}
