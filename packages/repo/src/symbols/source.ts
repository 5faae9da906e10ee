import type { TreeReader } from '@breakwater/model';
import type { Cache } from '../cache/cache.js';
import type { IndexedCommit } from '../index-repository.js';

/** The commit both as an index and as texts, and what is known of them from earlier. */
export interface Source {
  readonly index: IndexedCommit;
  readonly tree: TreeReader;
  readonly cache: Cache;
}
