import { meet } from '../history/meet.js';
import type { Guess } from './guess.js';
import type { PairSignalGroup } from './pair-signal-group.js';

/** What history says: whether commits like the one met commits like the other. */
export const changeSignals: PairSignalGroup = {
  names: ['likeChanges', 'sameChanges'],
  measure: (a, b) => {
    const { meeting, same } = likeChanges(a, b);
    return [Math.sqrt(meeting), same];
  },
};

/** A little doubt, in weights: with commits that are hardly like, nothing is learned. */
const DOUBT = 0.0004;

function likeChanges(a: Guess, b: Guess): { readonly meeting: number; readonly same: number } {
  let [meeting, same, all] = [0, 0, DOUBT];
  for (const one of a.similar) {
    for (const other of b.similar) {
      const weight = one.weight * other.weight;
      all += weight;
      if (one.place === other.place) same += Math.sqrt(weight);
      if (one.place === other.place || meet(one.files, other.files)) meeting += weight;
    }
  }
  return { meeting: meeting / all, same };
}
