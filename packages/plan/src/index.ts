export { checkPlan } from './check-plan.js';
export { explainPair } from './explain-pair.js';
export { makePlan } from './make-plan.js';
export type { PlanInput } from './plan-input.js';
export { planJson } from './plan-json.js';
export { problemOf } from './schedule/problem.js';
export { scheduleProject } from './schedule/schedule-project.js';
export { createPlanner, type Planner } from './stream/create-planner.js';
export { waitReasons } from './wait-reasons.js';
