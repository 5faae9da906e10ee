import { readTerms, STOP_WORDS } from '@breakwater/text';
import type { Reading } from '../reading.js';

/** A word to look for. */
export interface Wanted {
  readonly weight: number;
  /** As the brief says it. */
  readonly said: string;
  /** A name of several words taken as one. */
  readonly whole: boolean;
}

/** The words to look for, by the keys of `readTerms`. */
export type Query = ReadonlyMap<string, Wanted>;

/** A name of several words, and a word that is said more than `OFTEN` times, tell more. */
const WEIGHTS = { first: 1, rest: 0.5, whole: 1.5, often: 1.5 };
const OFTEN = 3;

/** The first line says most, the id and the rest half as much; words of the craft are left out. */
export function queryOf({ task, text }: Reading): Query {
  const [first = '', ...rest] = text.split('\n').filter((line) => line.trim() !== '');
  const said = [
    ...weighted(first, WEIGHTS.first),
    ...weighted(rest.join('\n'), WEIGHTS.rest),
    ...weighted(namesIn(task.id), WEIGHTS.rest),
  ];
  const times = new Map<string, number>();
  for (const { key } of said) times.set(key, (times.get(key) ?? 0) + 1);
  const wanted = new Map<string, Wanted>();
  for (const { key, ...one } of said) {
    const weight = one.weight * ((times.get(key) ?? 0) > OFTEN ? WEIGHTS.often : 1);
    if (!wanted.has(key)) wanted.set(key, { ...one, weight });
  }
  return wanted;
}

function weighted(text: string, weight: number): readonly (Wanted & { readonly key: string })[] {
  const telling = readTerms(text).filter(({ key }) => !STOP_WORDS.has(key));
  return telling.map(({ key, said, whole }) => ({ key, said, whole, weight: weight * (whole ? WEIGHTS.whole : 1) }));
}

/** The words of an id; what has a digit in it numbers the task. */
function namesIn(id: string): string {
  const words = id.split(/[-._]+/);
  return words.some((word) => /\d/.test(word)) ? words.filter((word) => !/\d/.test(word)).join(' ') : id;
}
