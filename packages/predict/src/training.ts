import type { RepoPath, Task } from '@breakwater/model';
import { type Ground, layGround } from './ground/ground.js';
import { outlookOf, viewTask } from './outlook.js';
import { measurePair } from './pair/pair-signals.js';
import { planWords } from './pair/plan-words.js';
import type { PredictionInput } from './predict.js';
import { candidates } from './signals/candidates.js';
import { measureFiles } from './signals/signals.js';
import { textTerms } from './text-terms.js';
import type { BoostedTrees } from './trees/boosted-trees.js';

/** A candidate and what is measured of it: what the model of files is trained on. */
export interface MeasuredFile {
  readonly path: RepoPath;
  readonly row: readonly number[];
}

/** The candidates of every task, in the order given. */
export function measuredFiles({ tasks, ...input }: PredictionInput): readonly (readonly MeasuredFile[])[] {
  const ground = layGround(input, textTerms(tasks));
  return tasks.map((task) => candidatesOf(task, ground));
}

function candidatesOf(task: Task, ground: Ground): readonly MeasuredFile[] {
  const view = viewTask(task, ground).view;
  const measure = measureFiles(view);
  return candidates(view).flatMap((file) => {
    const path = ground.paths.all[file];
    return path === undefined ? [] : [{ path, row: measure(file) }];
  });
}

/** What is measured of every pair, by the places of the tasks, given a model of files. */
export function measuredPairs(
  { tasks, ...input }: PredictionInput,
  files: BoostedTrees,
): readonly { readonly between: readonly [number, number]; readonly row: readonly number[] }[] {
  const ground = layGround(input, textTerms(tasks));
  const guesses = tasks.map((task) => outlookOf(task, ground, files).guess);
  const words = planWords(guesses);
  return guesses.flatMap((one, n) =>
    guesses.slice(n + 1).map((other, m) => ({ between: [n, n + 1 + m] as const, row: measurePair(one, other, words) })),
  );
}
