/** How the asked terms are spread over the texts of a commit. Files are named by their place in `index.files`. */
export interface TextFacts {
  /** Files whose text was read. */
  readonly files: number;
  /** Mean length of those files, in terms. */
  readonly averageLength: number;
  /** Length of every file in terms, in the order of `index.files`; 0 for one that was not read. */
  readonly lengths: Uint32Array;
  /** Asked terms that are in any file. */
  readonly postings: ReadonlyMap<string, TextPostings>;
}

/** The files that have a term; the number of `files` is the number of files with the term. */
export interface TextPostings {
  /** Rising. */
  readonly files: Uint32Array;
  /** How often the term is in each of them. */
  readonly counts: Uint32Array;
}
