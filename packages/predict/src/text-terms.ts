import type { Task } from '@breakwater/model';
import { readTerms } from '@breakwater/text';
import { briefText } from './brief/brief-text.js';

/** The terms of all briefs and ids, for the index to say in which files they are. */
export function textTerms(tasks: readonly Task[]): ReadonlySet<string> {
  return new Set(tasks.flatMap((task) => [...readTerms(briefText(task)), ...readTerms(task.id)].map(({ key }) => key)));
}
