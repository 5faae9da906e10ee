/**
 * What earlier plans found out, kept under a name, often a blob id, and a question about it, which together say all that the answer
 * depends on. It may forget anything at any time, and never answers wrongly. Names and questions hold no line break.
 */
export interface Cache {
  readonly get: (name: string, question: string) => Uint8Array | undefined;
  /** The answer must stay as it is. */
  readonly put: (name: string, question: string, answer: Uint8Array) => void;
  /** Keeps what was put, as far as possible. */
  readonly save: () => Promise<void>;
}

/** For a repository that can keep nothing. */
export const NO_CACHE: Cache = { get: () => undefined, put: () => undefined, save: async () => undefined };
