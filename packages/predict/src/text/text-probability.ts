import { WEIGHTS } from '../weights.js';

/** What the ranking knows of one file. */
export interface TextFacts {
  /** BM25 score. */
  readonly score: number;
  /** Place in the ranking, from 1. */
  readonly rank: number;
  /** Whether the task's scope, declared or found, holds the file; undefined without a scope. */
  readonly inScope: boolean | undefined;
}

/** Ranking to probability: a logistic curve over score and place, see the weights for where it comes from. */
export function textProbability({ score, rank, inScope }: TextFacts): number {
  const { bias, perScore, perRank, inside, outside, most } = WEIGHTS.text;
  const scope = inScope === undefined ? 0 : inScope ? inside : outside;
  const odds = bias + perScore * Math.log1p(score) + perRank * Math.log(rank) + scope;
  return Math.min(most, 1 / (1 + Math.exp(-odds)));
}
