import { changeSignals } from './change-signals.js';
import { declaredScopeSignals } from './declared-scope-signals.js';
import type { Guess } from './guess.js';
import type { PairSignalGroup } from './pair-signal-group.js';
import type { PlanWords } from './plan-words.js';
import { sharedFileSignals } from './shared-file-signals.js';
import { sharedPlaceSignals } from './shared-place-signals.js';
import { sharedWordSignals } from './shared-word-signals.js';
import { sizeSignals } from './size-signals.js';
import { toldSignals } from './told-signals.js';

const GROUPS: readonly PairSignalGroup[] = [
  sharedFileSignals,
  sharedWordSignals,
  changeSignals,
  sharedPlaceSignals,
  declaredScopeSignals,
  sizeSignals,
  toldSignals,
];

/** What the numbers of a pair's row are. */
export const PAIR_SIGNALS: readonly string[] = GROUPS.flatMap(({ names }) => names);

/** `words`: how much the words of the whole plan tell. */
export function measurePair(a: Guess, b: Guess, words: PlanWords): readonly number[] {
  return GROUPS.flatMap(({ measure }) => measure(a, b, words));
}
