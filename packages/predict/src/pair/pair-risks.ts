import type { PairRisk, TaskId } from '@breakwater/model';
import type { Outlook } from '../outlook.js';
import { type BoostedTrees, probability } from '../trees/boosted-trees.js';
import { WEIGHTS } from '../weights.js';
import { measurePair } from './pair-signals.js';
import { type PlanWords, planWords } from './plan-words.js';
import { sharedTouches } from './shared-touches.js';

/**
 * The probability that two tasks write one file, for every pair of at least 0.001, by falling p, then by ids; `between` in list
 * order, with the file that carries most of it. Time grows with the square of the list.
 */
export function pairRisks(outlooks: readonly Outlook[], model: BoostedTrees): readonly PairRisk[] {
  const words = planWords(outlooks.map(({ guess }) => guess));
  return outlooks
    .flatMap((one, n) => outlooks.slice(n + 1).map((other) => riskOf(one, other, { model, words })))
    .filter(({ p }) => p >= WEIGHTS.risk)
    .sort(byFallingRisk);
}

interface Judge {
  readonly model: BoostedTrees;
  readonly words: PlanWords;
}

/** An author who declares globs is believed: then only shared files count. The model never plays down what the briefs say outright. */
function riskOf(one: Outlook, other: Outlook, { model, words }: Judge): PairRisk {
  const { any, said, carrier } = sharedTouches(one.touches, other.touches);
  const isDeclared = [one, other].some(({ view }) => view.reading.task.writes.length > 0);
  const p = isDeclared ? any : Math.max(said, cautious(probability(model, measurePair(one.guess, other.guess, words))));
  return {
    between: [idOf(one), idOf(other)],
    p: Math.round(p * 1_000_000) / 1_000_000,
    ...(carrier === undefined ? {} : { path: carrier }),
  };
}

/** What is next to nothing stays so: else a thousand tasks would have half a million pairs to list. */
function cautious(guessed: number): number {
  const { share, usual } = WEIGHTS.strange;
  return guessed < WEIGHTS.risk ? guessed : (1 - share) * guessed + share * usual;
}

function idOf({ view }: Outlook): TaskId {
  return view.reading.task.id;
}

function byFallingRisk(a: PairRisk, b: PairRisk): number {
  if (a.p !== b.p) return b.p - a.p;
  if (a.between[0] !== b.between[0]) return a.between[0] < b.between[0] ? -1 : 1;
  return a.between[1] < b.between[1] ? -1 : 1;
}
