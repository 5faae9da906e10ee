import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/** To be raised whenever what is kept, or how, or who found it out, changes: files of other versions are dropped. */
export const CACHE_VERSION = 6;

/** Version and checksum of the rest, four bytes each. */
const HEADER = 8;
const NOTHING = Buffer.alloc(0);

/** The content of a file that `writePacked` made; undefined when there is none. What is damaged, cut, older, or no file at all is removed. */
export async function readPacked(path: string): Promise<Uint8Array | undefined> {
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  // A pipe would keep whoever opens it waiting, and what a link leads to was not written by us.
  const bytes = found.isFile() ? await readFile(path).catch(() => NOTHING) : NOTHING;
  if (bytes.length >= HEADER && bytes.readUInt32LE(0) === CACHE_VERSION) {
    const content = bytes.subarray(HEADER);
    if (crc32(content) === bytes.readUInt32LE(4)) return content;
  }
  await remove(path);
  return undefined;
}

/** Puts a file in its place in one step, so that nobody ever sees half of it. Answers whether it could. */
export async function writePacked(folder: string, name: string, content: Uint8Array): Promise<boolean> {
  const header = Buffer.alloc(HEADER);
  header.writeUInt32LE(CACHE_VERSION, 0);
  header.writeUInt32LE(crc32(content), 4);
  const temporary = join(folder, `${TEMPORARY}${randomBytes(8).toString('hex')}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(temporary, [header, content], { flag: 'wx' });
    await rename(temporary, join(folder, name));
    return true;
  } catch {
    await remove(temporary);
    return false;
  }
}

/** Beginning of the names of files that are being written; one is left behind only by a kill. */
export const TEMPORARY = 'new-';

/** What is gone, or cannot go, is no concern. */
export async function remove(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}
