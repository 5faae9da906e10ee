import type { Guess } from './guess.js';
import type { PairSignalGroup } from './pair-signal-group.js';
import type { PlanWords } from './plan-words.js';

/** The words both briefs say, by what they tell about commits and about texts, and less what other briefs of the plan say too. */
export const sharedWordSignals: PairSignalGroup = {
  names: ['messageWords', 'contentWords', 'tellingWord', 'sharedWords', 'wholeName'],
  measure: (a, b, words) => {
    const { messages, content, telling, count, whole } = sharedWords(a, b, words);
    const [[contentA, messageA], [contentB, messageB]] = [a.wordLengths, b.wordLengths];
    return [
      Math.sqrt(messages / Math.max(1e-9, messageA * messageB)),
      Math.sqrt(content / Math.max(1e-9, contentA * contentB)),
      telling,
      count,
      whole,
    ];
  },
};

function sharedWords(a: Guess, b: Guess, words: PlanWords) {
  const { past, content } = a.view.ground;
  const shared = { messages: 0, content: 0, telling: 0, count: 0, whole: 0 };
  for (const [term, wanted] of a.view.query) {
    const other = b.view.query.get(term);
    if (other === undefined) continue;
    const left = words(term);
    const weight = wanted.weight * other.weight * left;
    const tells = past.idf(term);
    shared.messages += weight * tells ** 2;
    shared.content += weight * content.idf(term) ** 2;
    shared.count += left;
    shared.telling = Math.max(shared.telling, weight * tells);
    if (wanted.whole) shared.whole = Math.max(shared.whole, left * tells);
  }
  return shared;
}
