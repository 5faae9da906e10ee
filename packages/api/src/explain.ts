import {
  asTaskId,
  err,
  type Failure,
  ok,
  type PairExplanation,
  type Plan,
  type Result,
  type TaskExplanation,
  type TaskId,
} from '@breakwater/model';
import { explainPair, explainTask } from '@breakwater/plan';
import { type PlanOptions, plan, planFrom } from './plan.js';
import { unknownTask } from './unknown-task.js';
import type { World } from './world.js';

/** Why two tasks do or do not run side by side. */
export async function explain(
  a: string,
  b: string,
  options: PlanOptions,
  world: World,
): Promise<Result<PairExplanation, Failure>> {
  const planned = await plan(options, world);
  if (!planned.ok) return planned;
  const first = knownTask(a, planned.value.plan);
  const second = knownTask(b, planned.value.plan);
  if (!first.ok) return first;
  if (!second.ok) return second;
  if (first.value === second.value) return err({ reason: 'usage', message: `${a} is named twice; explain needs two tasks.` });
  return ok(explainPair(planned.value.plan, first.value, second.value));
}

/** Why a task is in its wave, what holds it there, and what that costs. */
export async function explainOne(
  id: string,
  options: PlanOptions,
  world: World,
): Promise<Result<{ readonly explanation: TaskExplanation; readonly plan: Plan }, Failure>> {
  const planned = await planFrom(options, world);
  if (!planned.ok) return planned;
  const {
    planned: { plan: made },
    input,
  } = planned.value;
  const task = knownTask(id, made);
  if (!task.ok) return task;
  return ok({ explanation: explainTask(made, input, task.value), plan: made });
}

export function knownTask(text: string, { tasks }: Plan): Result<TaskId, Failure> {
  const id = asTaskId(text);
  if (id !== undefined && tasks.some((task) => task.id === id)) return ok(id);
  return unknownTask(text, tasks);
}
