import type { Task } from '@breakwater/model';
import { readTerms, STOP_WORDS } from '@breakwater/text';
import { briefText } from './brief/brief-text.js';

/** The terms of all briefs and ids, for the index to say in which files they are. */
export function textTerms(tasks: readonly Task[]): ReadonlySet<string> {
  const terms = tasks.flatMap((task) => [...readTerms(briefText(task)), ...readTerms(task.id)]);
  return new Set(terms.map(({ key }) => key).filter((key) => !STOP_WORDS.has(key)));
}
