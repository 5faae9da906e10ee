import type { FileHandle } from 'node:fs/promises';

/**
 * Writes all bytes at the end of the file and waits until they are on the disk. A full disk may take fewer bytes than offered
 * without an error, hence the loop; a write that takes none is an error.
 */
export async function writeDurably(file: Pick<FileHandle, 'write' | 'datasync'>, bytes: Buffer): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, null);
    if (bytesWritten === 0) throw new Error(`no space left: ${done} of ${bytes.length} bytes written`);
    done += bytesWritten;
  }
  await file.datasync();
}
