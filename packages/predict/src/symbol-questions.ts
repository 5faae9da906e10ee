import type { RepositoryIndex, SymbolQuestion, Task } from '@breakwater/model';
import { briefText } from './brief/brief-text.js';
import { symbolsIn } from './brief/symbols-in.js';
import { knownSymbols } from './ground/known-symbols.js';

/** The symbols that briefs name, sorted, each once; with references when any brief changes what the symbol's users see. */
export function symbolQuestions(tasks: readonly Task[], index: RepositoryIndex): readonly SymbolQuestion[] {
  const known = knownSymbols(index);
  const asked = new Map<string, boolean>();
  for (const task of tasks) {
    for (const { name, references } of symbolsIn(briefText(task), known)) {
      asked.set(name, references || asked.get(name) === true);
    }
  }
  return [...asked].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, references]) => ({ name, references }));
}
