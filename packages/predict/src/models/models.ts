import { type BoostedTrees, readTrees } from '../trees/boosted-trees.js';
import { FILE_TREES } from './file-trees.js';
import { PAIR_TREES } from './pair-trees.js';

/** What was learned from past changes: a probability for each file of a task, and for each pair of tasks. */
export interface Models {
  readonly files: BoostedTrees;
  readonly pairs: BoostedTrees;
}

export const MODELS: Models = { files: readTrees(FILE_TREES), pairs: readTrees(PAIR_TREES) };
