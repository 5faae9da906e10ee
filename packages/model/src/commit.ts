declare const commitBrand: unique symbol;
declare const blobBrand: unique symbol;

/** A full git commit id. Never assume 40 digits: git 3 defaults to SHA-256. */
export type CommitId = string & { readonly [commitBrand]: 'CommitId' };
/** A full git blob id. */
export type BlobId = string & { readonly [blobBrand]: 'BlobId' };

const HEX = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

export function asCommitId(text: string): CommitId | undefined {
  return isCommitId(text) ? text : undefined;
}

function isCommitId(text: string): text is CommitId {
  return HEX.test(text);
}

/** Text that git printed as an object id. */
export function commitId(text: string): CommitId {
  if (!isCommitId(text)) throw new Error(`Internal error: not a commit id: ${JSON.stringify(text)}`);
  return text;
}

export function blobId(text: string): BlobId {
  if (!HEX.test(text)) throw new Error(`Internal error: not a blob id: ${JSON.stringify(text)}`);
  return text as BlobId;
}

/** One file of a commit's tree. Submodules are left out by the reader; symlinks keep their mode. */
export interface TreeEntry {
  readonly path: string;
  readonly blob: BlobId;
  /** Git's file mode: 100644, 100755, or 120000 for a symlink. */
  readonly mode: string;
}

/** Reads one commit by object id; `repo` is handed one and so need not know git. */
export interface TreeReader {
  readonly commit: CommitId;
  list(): Promise<readonly TreeEntry[]>;
  /** Bytes of each, in the order asked; undefined for contents that this copy of the repository does not hold. Every id must come from `list`. */
  sizes(blobs: readonly BlobId[]): Promise<readonly (number | undefined)[]>;
  /** Hands out contents as they are read, each once, in the order asked; the bytes hold only during the call. Every id must come from `list`. */
  visit(blobs: readonly BlobId[], onContent: (blob: BlobId, bytes: Uint8Array) => void): Promise<void>;
}
