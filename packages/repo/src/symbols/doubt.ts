import type { RepoPath } from '@breakwater/model';
import type { Source } from './source.js';

/** Which files mean a symbol, where a word alone does not tell. */
export interface Doubt {
  readonly source: Source;
  /** Files that hold the word and may mean the symbol. */
  readonly doubtful: readonly RepoPath[];
  /** Files through which the symbol is passed on. */
  readonly barrels: ReadonlySet<RepoPath>;
  /** Files that declare it. */
  readonly targets: ReadonlySet<RepoPath>;
  /** The names it goes by. */
  readonly words: readonly string[];
  readonly isMember: boolean;
  /** What specifiers begin with that lead into the repository, sorted. */
  readonly inside: readonly string[];
}
