import { layGround } from '../ground/ground.js';
import { MODELS, type Models } from '../models/models.js';
import { likeliestFiles } from '../outlook.js';
import type { PredictionInput } from '../predict.js';
import { textTerms } from '../text-terms.js';
import { type ScoutQuestion, scoutQuestion } from './scout-question.js';

/** What to ask scouting sessions about tasks, in the order given; the answers go back into `predict`. */
export function scoutQuestions({ tasks, ...input }: PredictionInput, models: Models = MODELS): readonly ScoutQuestion[] {
  const ground = layGround(input, textTerms(tasks));
  return tasks.map((task) => scoutQuestion(task, likeliestFiles(task, ground, models.files)));
}
