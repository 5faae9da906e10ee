import type { Plan } from '@breakwater/model';
import { findConstraints } from './find-constraints.js';

/** The plan with what keeps it from being shorter. The id stays: all this follows from the rest of the document. */
export function withConstraints(plan: Plan, capacities: Readonly<Record<string, number>>): Plan {
  return { ...plan, forecast: { ...plan.forecast, constraints: findConstraints(plan, capacities) } };
}
