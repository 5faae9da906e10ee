import type { BlobId, IndexedFile, TreeReader } from '@breakwater/model';

/** How many of all contents that must be read are read. */
export type OnRead = (done: number, of: number) => void;

/** Hands the content of every file to `visit`; equal contents are read once, for all files that have them. The bytes hold only during the call. */
export async function visitContents<File extends Pick<IndexedFile, 'blob'>>(
  tree: TreeReader,
  files: readonly File[],
  visit: (file: File, bytes: Uint8Array) => void,
  onRead: OnRead = () => undefined,
): Promise<void> {
  const holders = new Map<BlobId, File[]>();
  for (const file of files) {
    const same = holders.get(file.blob);
    if (same === undefined) holders.set(file.blob, [file]);
    else same.push(file);
  }
  let done = 0;
  await tree.visit([...holders.keys()], (blob, bytes) => {
    for (const file of holders.get(blob) ?? []) visit(file, bytes);
    done += 1;
    onRead(done, holders.size);
  });
}
