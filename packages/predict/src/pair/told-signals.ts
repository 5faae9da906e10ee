import type { Guess } from './guess.js';
import { logOdds, type PairSignalGroup } from './pair-signal-group.js';

/** What both briefs tell of files outright: the probability that any is written by both, by what sources of evidence say of either. */
export const toldSignals: PairSignalGroup = {
  names: ['bothSay'],
  measure: ({ view: a }, { view: b }: Guess) => {
    let none = 1;
    for (const [file, p] of a.said) none *= 1 - p * (b.said.get(file) ?? 0);
    return [logOdds(1 - none)];
  },
};
