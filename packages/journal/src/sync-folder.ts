import { open } from 'node:fs/promises';

/** Puts a folder's list of names on the disk: without it a new file may be gone after a power cut. Windows cannot and need not. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
