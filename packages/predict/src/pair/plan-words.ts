import type { Guess } from './guess.js';

/** The share that is left of what a word tells of a pair: all of it when no third brief says the word, next to nothing when all do. */
export type PlanWords = (term: string) => number;

/** A plan of fewer briefs tells no more of what is common than one of so many would; it was measured with twelve. */
const FEWEST = 12;

/**
 * How much the words of a plan still tell. What most briefs say, the area all of them are about or the headings of a template, sets
 * no pair apart: the inverse document frequency of Spärck Jones 1972 over the briefs of the plan, 1 for a word of two.
 */
export function planWords(guesses: readonly Guess[]): PlanWords {
  const briefs = new Map<string, number>();
  for (const { view } of guesses) {
    for (const term of view.query.keys()) briefs.set(term, (briefs.get(term) ?? 0) + 1);
  }
  const all = Math.max(FEWEST, guesses.length) + 1;
  const left = new Map([...briefs].map(([term, count]) => [term, Math.min(1, Math.log(all / count) / Math.log(all / 2))]));
  return (term) => left.get(term) ?? 1;
}
