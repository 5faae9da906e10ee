import type { Task } from '@breakwater/model';
import { readTerms, STOP_WORDS } from '@breakwater/text';
import { briefText } from './brief/brief-text.js';

const known = new WeakMap<readonly Task[], ReadonlySet<string>>();

/** The terms of all briefs and ids, for the index to say in which files they are. Asked again about the same list, it remembers. */
export function textTerms(tasks: readonly Task[]): ReadonlySet<string> {
  const terms = known.get(tasks) ?? termsOf(tasks);
  known.set(tasks, terms);
  return terms;
}

function termsOf(tasks: readonly Task[]): ReadonlySet<string> {
  const terms = tasks.flatMap((task) => [...readTerms(briefText(task)), ...readTerms(task.id)]);
  return new Set(terms.map(({ key }) => key).filter((key) => !STOP_WORDS.has(key)));
}
