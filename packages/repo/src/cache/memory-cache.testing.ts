import type { Cache } from './cache.js';

/** A cache that lives as long as the test, open to look into. */
export interface MemoryCache extends Cache {
  readonly kept: Map<string, Uint8Array>;
}

export function memoryCache(): MemoryCache {
  const kept = new Map<string, Uint8Array>();
  return { kept, get: (key) => kept.get(key), put: (key, bytes) => kept.set(key, bytes), save: async () => undefined };
}
