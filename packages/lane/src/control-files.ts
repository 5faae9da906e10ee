import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readRegularFile } from '@breakwater/git';
import { isControlFile } from '@breakwater/model';

/** Folders that hold other people's files, or git's. */
const SKIPPED = new Set(['.git', 'node_modules']);

/** Digests of the files in a folder that decide what runs or what agents are told, whether git knows them or not; by path below it. */
export async function controlFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const found = await controlPaths(root, '');
  const digests = await Promise.all(found.map(async (path) => [path, await digestOf(join(root, path))] as const));
  return new Map(digests);
}

async function controlPaths(root: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  const lists = entries.map(async (entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : controlPaths(root, path);
    return isControlFile(path) ? [path] : [];
  });
  return (await Promise.all(lists)).flat();
}

/** What cannot be read differs from nothing else that cannot. */
async function digestOf(path: string): Promise<string> {
  const content = await readRegularFile(path).catch(() => '');
  return createHash('sha256').update(content).digest('hex');
}
