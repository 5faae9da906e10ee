import { mkdtemp, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { deleteFolder } from '@breakwater/git';

/** A folder in a store in which something is made or taken apart; what a kill leaves of it is known by its name. */
export function asideIn(store: string): Promise<string> {
  return mkdtemp(join(store, MAKING));
}

const MAKING = '.making-';

/** Whether a folder of a store is such a one. */
export function isAside(name: string): boolean {
  return name.startsWith(MAKING);
}

/** Makes a folder in a store aside and puts it where `make` answers by one rename, so that half of it is none. What `make` throws is thrown again. */
export async function makeAside(store: string, make: (aside: string) => Promise<string>): Promise<void> {
  const aside = await asideIn(store);
  try {
    await rename(aside, await make(aside));
  } catch (error) {
    await deleteFolder(aside);
    throw error;
  }
}
