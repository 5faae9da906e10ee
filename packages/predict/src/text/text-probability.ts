import { WEIGHTS } from '../weights.js';

/** What the ranking knows of one file. */
export interface TextFacts {
  /** Place in the ranking, from 1. */
  readonly rank: number;
  /** Files that have the most telling shared word. */
  readonly sharing: number;
  /** Whether the task's scope, declared or found, holds the file; undefined without a scope. */
  readonly inScope: boolean | undefined;
}

/** Place in the ranking to probability: a logistic curve; see the weights for where it comes from. */
export function textProbability({ rank, sharing, inScope }: TextFacts): number {
  const { bias, perRank, perSharing, inside, outside, most } = WEIGHTS.text;
  const scope = inScope === undefined ? 0 : inScope ? inside : outside;
  const odds = bias + perRank * Math.log(rank) + perSharing * Math.log(sharing) + scope;
  return Math.min(most, 1 / (1 + Math.exp(-odds)));
}
