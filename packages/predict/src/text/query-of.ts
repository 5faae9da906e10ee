import { wordsOf } from '../ground/words-of.js';
import type { Reading } from '../reading.js';
import { STOP_WORDS } from './stop-words.js';

/** The words to look for, with their weights: the title says most, then the id and the first line, then the rest. */
export function queryOf({ task, text }: Reading): ReadonlyMap<string, number> {
  const [first = '', ...rest] = text.split('\n').filter((line) => line.trim() !== '');
  const weights = new Map<string, number>();
  for (const [part, weight] of [
    [first, 1],
    [task.id, 0.5],
    [rest.join('\n'), 0.5],
  ] as const) {
    for (const word of wordsOf(part)) {
      if (!STOP_WORDS.has(word)) weights.set(word, Math.max(weight, weights.get(word) ?? 0));
    }
  }
  return weights;
}
