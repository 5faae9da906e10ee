import type { RepositoryIndex, TreeReader } from '@breakwater/model';

/** The commit both as an index and as texts. */
export interface Source {
  readonly index: RepositoryIndex;
  readonly tree: TreeReader;
}
