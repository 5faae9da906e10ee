import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { VerifyOrder } from '@breakwater/model';
import type { PlaceholderValues } from '@breakwater/session';
import type { LocalLaneSetting } from './local-lane-setting.js';

/**
 * What a verify command may name: `{base}`, `{head}`, `{task}`, and `{files}`, the files that changed between base and head and are
 * still there. Git is asked for files only when a command names them.
 */
export async function verifyValues(
  order: VerifyOrder,
  { place, repository }: { readonly place: string; readonly repository: LocalLaneSetting['repository'] },
): Promise<PlaceholderValues> {
  const ids = { base: order.base, head: order.head, task: order.task };
  if (!order.commands.some((command) => /\{files\}|BREAKWATER_FILES/.test(command))) return ids;
  const changed = await repository.changes(order.base, order.head);
  const there = await Promise.all(changed.map(async ({ path }) => ((await isThere(join(place, path))) ? [path] : [])));
  return { ...ids, files: there.flat() };
}

/** A link is there even when what it leads to is not. */
function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => !found.isDirectory(),
    () => false,
  );
}
