import type { BlobId, IndexedFile, TreeReader } from '@breakwater/model';

/** One request holds at most this many bytes and files, so memory stays flat however large the repository is. */
const CHUNK_BYTES = 8_000_000;
const CHUNK_FILES = 1_000;

/** Hands the content of every file to `visit`, in the order of `files`. */
export async function visitContents(
  tree: TreeReader,
  files: readonly IndexedFile[],
  visit: (file: IndexedFile, bytes: Uint8Array) => void,
): Promise<void> {
  for (const chunk of chunksOf(files)) {
    const contents = await tree.read(blobsOf(chunk));
    for (const file of chunk) visit(file, contentOf(contents, file));
  }
}

function* chunksOf(files: readonly IndexedFile[]): Generator<readonly IndexedFile[]> {
  let chunk: IndexedFile[] = [];
  let bytes = 0;
  for (const file of files) {
    const full = chunk.length === CHUNK_FILES || bytes + file.size > CHUNK_BYTES;
    if (full && chunk.length > 0) {
      yield chunk;
      chunk = [];
      bytes = 0;
    }
    chunk.push(file);
    bytes += file.size;
  }
  if (chunk.length > 0) yield chunk;
}

function blobsOf(files: readonly IndexedFile[]): readonly BlobId[] {
  return [...new Set(files.map((file) => file.blob))];
}

function contentOf(contents: ReadonlyMap<BlobId, Uint8Array>, file: IndexedFile): Uint8Array {
  const bytes = contents.get(file.blob);
  if (bytes === undefined) throw new Error(`Internal error: the tree lists ${file.path} and does not read it`);
  return bytes;
}
