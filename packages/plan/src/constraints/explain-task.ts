import type { Plan, TaskExplanation, TaskId } from '@breakwater/model';
import type { PlanInput } from '../plan-input.js';
import { waitReasons } from '../wait-reasons.js';
import { costsOfTask } from './find-constraints.js';

/**
 * Why a task is in its wave, whom it keeps waiting, and what each of its constraints costs. `input`: what the plan was made from. An
 * internal error for a task the plan does not have.
 */
export function explainTask(plan: Plan, input: PlanInput, id: TaskId): TaskExplanation {
  const task = plan.tasks.find((one) => one.id === id);
  if (task === undefined) throw new Error(`Internal error: task ${id} is not in the plan`);
  const waits = waitReasons(plan);
  const keepsWaiting = plan.waves
    .flat()
    .filter((other) => other !== id && waits.get(other)?.some((reason) => 'task' in reason && reason.task === id));
  return {
    task: id,
    wave: task.wave,
    waves: plan.waves.length,
    waits: waits.get(id) ?? [],
    keepsWaiting,
    costs: costsOfTask(plan, input, id),
  };
}
