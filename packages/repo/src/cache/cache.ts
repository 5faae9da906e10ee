/** What earlier plans found out, by keys that name all it depends on. It may forget anything at any time, and never answers wrongly. */
export interface Cache {
  readonly get: (key: string) => Uint8Array | undefined;
  /** The bytes must stay as they are. */
  readonly put: (key: string, bytes: Uint8Array) => void;
  /** Keeps what was put, as far as possible. */
  readonly save: () => Promise<void>;
}

/** For a repository that can keep nothing. */
export const NO_CACHE: Cache = { get: () => undefined, put: () => undefined, save: async () => undefined };
