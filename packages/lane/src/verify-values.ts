import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnownProject, VerifyOrder } from '@breakwater/model';
import type { PlaceholderValues } from '@breakwater/session';
import type { LocalLaneSetting } from './local-lane-setting.js';

export interface VerifySource {
  /** Where the commit is checked out, absolute. */
  readonly place: string;
  readonly setting: Pick<LocalLaneSetting, 'repository' | 'affected'>;
  /** The projects as the workspace's own tool sees them in that place. */
  readonly known: () => Promise<readonly KnownProject[]>;
}

/**
 * What a verify command may name: `{base}`, `{head}`, `{task}`; `{files}`, those that changed between base and head and are still
 * there; `{projects}`, in which something changed, and `{affected}`, those and their dependents. What no command names is not looked for.
 */
export async function verifyValues(order: VerifyOrder, source: VerifySource): Promise<PlaceholderValues> {
  const ids = { base: order.base, head: order.head, task: order.task };
  return { ...ids, ...(await changedFiles(order, source)), ...(await changedProjects(order, source)) };
}

function names(order: VerifyOrder, ...lists: readonly string[]): boolean {
  return lists.some((list) => order.commands.some((command) => isNamed(list, command)));
}

function isNamed(list: string, command: string): boolean {
  return command.includes(`{${list}}`) || command.includes(`BREAKWATER_${list.toUpperCase()}`);
}

async function changedFiles(order: VerifyOrder, { place, setting }: VerifySource): Promise<PlaceholderValues> {
  if (!names(order, 'files')) return {};
  const changed = await setting.repository.changes(order.base, order.head);
  const there = await Promise.all(changed.map(async ({ path }) => ((await isThere(join(place, path))) ? [path] : [])));
  return { files: there.flat() };
}

async function changedProjects(order: VerifyOrder, { setting, known }: VerifySource): Promise<PlaceholderValues> {
  if (!names(order, 'projects', 'affected')) return {};
  const { projects, affected } = await setting.affected({ base: order.base, head: order.head, known: await known() });
  return { projects, affected };
}

/** Whether a command is about projects and there are none: many programs take an empty list for all. */
export function concernsNobody(command: string, values: PlaceholderValues): boolean {
  return ['projects', 'affected'].some((list) => isNamed(list, command) && values[list]?.length === 0);
}

/** A link is there even when what it leads to is not. */
function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => !found.isDirectory(),
    () => false,
  );
}
