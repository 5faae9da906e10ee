import type { IndexedFile } from '@breakwater/model';

/**
 * Something that depends on nothing but a file's content and the kind of its name, so that it can be kept by blob id and holds for
 * every commit.
 */
export interface FactKind<Fact> {
  /**
   * What of the name counts, as a short text that no other kind answers with: files with equal content and equal marks have equal
   * facts. Undefined for a file that is not read.
   */
  readonly markOf: (file: IndexedFile) => string | undefined;
  /** The bytes hold only during the call. */
  readonly read: (path: string, bytes: Uint8Array) => Fact;
  readonly encode: (fact: Fact) => Uint8Array;
  /**
   * The bytes stay as they are, so it may read them later. Throws when they are plainly not what `encode` makes; damage is found
   * before.
   */
  readonly decode: (bytes: Uint8Array) => Fact;
}
