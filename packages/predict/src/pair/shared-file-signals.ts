import type { Guess } from './guess.js';
import { logOdds, type PairSignalGroup } from './pair-signal-group.js';

/** The files both may write: whether any of them will be, and whether the surer task's files are the other's too. */
export const sharedFileSignals: PairSignalGroup = {
  names: ['overlap', 'bestShared', 'bestLesser', 'lesser', 'cosine', 'given', 'ranked'],
  measure: (a, b) => {
    const { none, best, bestLesser, lesser, product } = sharedFiles(a, b);
    return [
      logOdds(-Math.expm1(none)),
      logOdds(best),
      logOdds(bestLesser),
      Math.log(lesser + 1e-4),
      product / Math.max(1e-9, a.length * b.length),
      product / Math.max(1e-9, Math.min(a.size, b.size)),
      Math.max(ranked(a, b), ranked(b, a)),
    ];
  },
};

interface SharedFiles {
  /** Logarithm of the probability that none is written by both. */
  readonly none: number;
  /** Highest product of the two probabilities, and highest lesser one. */
  readonly best: number;
  readonly bestLesser: number;
  /** Sums over all shared files. */
  readonly lesser: number;
  readonly product: number;
}

function sharedFiles(a: Guess, b: Guess): SharedFiles {
  const shared = { none: 0, best: 0, bestLesser: 0, lesser: 0, product: 0 };
  for (const { file, p } of a.files) {
    const other = b.of.get(file);
    if (other === undefined) continue;
    shared.none += Math.log1p(-Math.min(0.9999, p * other));
    shared.product += p * other;
    shared.best = Math.max(shared.best, p * other);
    shared.lesser += Math.min(p, other);
    shared.bestLesser = Math.max(shared.bestLesser, Math.min(p, other));
  }
  return shared;
}

const TOP = 5;

/** If the first task surely writes its best files: how far up they stand with the second. */
function ranked(a: Guess, b: Guess): number {
  return Math.max(
    0,
    ...a.files.slice(0, TOP).map(({ file, p }) => {
      const place = b.places.get(file);
      return place === undefined ? 0 : p / (1 + place / TOP);
    }),
  );
}
