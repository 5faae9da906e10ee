import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** Bytes; more than anything has that is read as a whole. */
const LARGEST = 256 * 1024 * 1024;

/**
 * The content of a file, links followed. What is no regular file is an error: whoever opens a pipe waits until somebody writes to
 * it, and a device has no end. Folders that sessions write in may hold either.
 */
export async function readRegularFile(path: string): Promise<Buffer> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new Error('it is not a regular file');
    if (stats.size > LARGEST) throw new Error('it is larger than 256 MiB');
    return await file.readFile();
  } finally {
    await file.close();
  }
}
