import { type Failure, ok, type Result, type Task } from '@breakwater/model';
import { type Prediction, predict, scoutQuestions } from '@breakwater/predict';
import { type Foundation, predictionInput } from './predict-tasks.js';
import { type Scouting, type ScoutOrder, scoutTasks } from './scout.js';
import type { World } from './world.js';

/** A prediction, with what was asked for it. */
export interface Scouted extends Prediction {
  readonly scouting?: Scouting;
}

/** Predicts once to find what to ask about each task, and again with the answers; beside sessions that costs nothing. */
export async function predictScouted(
  tasks: readonly Task[],
  foundation: Foundation,
  order: Omit<ScoutOrder, 'repository' | 'base'>,
  world: World,
): Promise<Result<Scouted, Failure>> {
  const { repository, commit } = foundation;
  const input = await predictionInput(tasks, foundation);
  const scouting = await scoutTasks(scoutQuestions(input), { ...order, repository, base: commit }, world);
  if (!scouting.ok) return scouting;
  return ok({ ...predict({ ...input, scouted: scouting.value.answers }), scouting: scouting.value });
}
