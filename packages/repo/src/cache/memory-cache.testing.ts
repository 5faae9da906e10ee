import type { Cache } from './cache.js';
import { Entries } from './entries.js';

/** A cache that lives as long as the test, open to look into. */
export interface MemoryCache extends Cache {
  readonly kept: Entries;
}

export function memoryCache(): MemoryCache {
  const kept = new Entries();
  return {
    kept,
    get: (name, question) => kept.get(name, question),
    put: (name, question, answer) => kept.put({ name, question, answer }),
    save: async () => undefined,
  };
}
