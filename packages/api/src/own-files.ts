import { realpath } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import type { Repository } from '@breakwater/git';
import { asRepoPath, type HubRule } from '@breakwater/model';
import type { LoadedTasks } from '@breakwater/tasks';

/** Where the tasks and the configuration lie, from the repository's top: files, a folder or a glob. `start`: what they are relative to. */
export function ownFiles({ root }: Repository, loaded: LoadedTasks, start: string): Promise<readonly string[]> {
  const shown = [loaded.tasksFile, loaded.configFile].filter((file) => file !== undefined);
  return Promise.all(shown.map(async (file) => relative(root, await truePath(resolve(start, file)))));
}

/** Git names the repository without links; a glob of tasks stays as it is. */
function truePath(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

const ALWAYS = ['breakwater.tasks.{yaml,yml,json}', 'breakwater.config.{yaml,yml,json}'];

/**
 * A tasks file that is committed holds the words of every brief, so it would be the likeliest file of each task, and every pair would
 * seem to meet in it. No task is about it.
 */
export function notPredicted(own: readonly string[]): HubRule {
  const plain = own.filter((path) => asRepoPath(path) !== undefined).map((path) => path.replace(/[[\]{}()!\\]/g, '?'));
  return { files: [...ALWAYS, ...plain.flatMap((path) => [path, `${path}/**`])], policy: 'ignore' };
}
