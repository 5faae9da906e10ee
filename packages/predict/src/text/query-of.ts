import { readWords, STOP_WORDS } from '@breakwater/text';
import type { Reading } from '../reading.js';

/** A word to look for. */
export interface Wanted {
  readonly weight: number;
  /** As the brief says it. */
  readonly said: string;
}

/** The words to look for by their stems: the first line says most, the id and the rest half as much. */
export function queryOf({ task, text }: Reading): ReadonlyMap<string, Wanted> {
  const [first = '', ...rest] = text.split('\n').filter((line) => line.trim() !== '');
  const parts = [...weighted(first, 1), ...weighted(rest.join('\n'), 0.5), ...weighted(task.id, 0.5)];
  const wanted = new Map<string, Wanted>();
  for (const { stem, weight, said } of parts) {
    if (!STOP_WORDS.has(stem) && !wanted.has(stem)) wanted.set(stem, { weight, said });
  }
  return wanted;
}

function weighted(text: string, weight: number): readonly (Wanted & { readonly stem: string })[] {
  return readWords(text).map((word) => ({ ...word, weight }));
}
