import type { PairRisk, Precedence, Task, TaskId, TouchSet } from '@breakwater/model';
import { type GroundInput, layGround } from './ground/ground.js';
import { MODELS, type Models } from './models/models.js';
import { outlookOf } from './outlook.js';
import { pairRisks } from './pair/pair-risks.js';
import { inferredPrecedences } from './precedence/inferred-precedences.js';
import { textTerms } from './text-terms.js';
import { touchSetOf } from './touch-set.js';

export interface PredictionInput extends GroundInput {
  readonly tasks: readonly Task[];
  /** What scouting sessions answered to `scoutQuestions`, as they said it: claims of a model, of which only known files are used. */
  readonly scouted?: ReadonlyMap<TaskId, unknown>;
}

export interface Prediction {
  /** What each task is expected to touch, in the order given, at most 60 files each. */
  readonly touchSets: readonly TouchSet[];
  /** Pairs of at least 0.001, by falling p, then by the tasks' places. */
  readonly risks: readonly PairRisk[];
  /** Inferred ones, by the task that waits. They may contradict each other or what is declared. */
  readonly precedences: readonly Precedence[];
}

/**
 * What each task is expected to touch and which pairs may meet. Sources of evidence say what they know; everything that is measured
 * of a file goes into one model, everything that is measured of two tasks into another. Hub files that two tasks may both write by
 * policy are left out of both.
 */
export function predict({ tasks, scouted, ...input }: PredictionInput, models: Models = MODELS): Prediction {
  const ground = layGround(input, textTerms(tasks));
  const outlooks = tasks.map((task) => outlookOf(task, ground, models.files, scouted?.get(task.id)));
  const readings = outlooks.map(({ view }) => view.reading);
  return {
    touchSets: outlooks.map(touchSetOf),
    risks: pairRisks(outlooks, models.pairs),
    precedences: inferredPrecedences(readings, ground),
  };
}
