import { composePrompt } from '@breakwater/execute';
import { type Failure, ok, type Result } from '@breakwater/model';
import { knownTask } from './explain.js';
import { type PlanOptions, plan } from './plan.js';
import type { World } from './world.js';

/** The text a session would receive for a task. */
export async function prompt(task: string, options: PlanOptions, world: World): Promise<Result<string, Failure>> {
  const planned = await plan(options, world);
  if (!planned.ok) return planned;
  const id = knownTask(task, planned.value.plan);
  if (!id.ok) return id;
  return ok(composePrompt(planned.value.plan, planned.value.tasks, id.value));
}
