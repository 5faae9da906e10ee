import { rmdir } from 'node:fs/promises';

/** Removes folders that hold nothing, in this order; others, and those that are gone, stay as they are. */
export async function removeEmpty(...folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    // The system itself refuses to remove a folder that holds something.
    await rmdir(folder).catch(() => undefined);
  }
}
