import type { TreeReader } from '@breakwater/model';
import type { IndexedCommit } from '../index-repository.js';

/** The commit both as an index and as texts. */
export interface Source {
  readonly index: IndexedCommit;
  readonly tree: TreeReader;
}
