import { constants, copyFile, lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Repository } from '@breakwater/git';
import { pathPattern } from './path-pattern.js';
import { safeTarget } from './safe-target.js';

/** Folders that hold copies of other people's files, and no settings of this checkout. */
const SKIPPED = new Set(['.git', 'node_modules']);

export interface IncludeOrder {
  readonly repository: Repository;
  /** Patterns in the manner of .gitignore, e.g. `.env*`. */
  readonly patterns: readonly string[];
  /** A worktree of ours, absolute. */
  readonly place: string;
}

/** A file at the top of the checkout that lists more of them, in the syntax of .gitignore; other tools that make worktrees read it too. */
const LIST = '.worktreeinclude';

/**
 * Copies files that git does not bring along (`.env` and the like) from the user's checkout. Regular files only, no link is
 * followed, nothing that is there is replaced. A copy that git does not ignore is taken back, for the session's commit would
 * publish it. Answers sentences about what was left out.
 */
export async function copyIncludes({ repository, patterns, place }: IncludeOrder): Promise<readonly string[]> {
  if (repository.bare) return [];
  const wanted = new Set([...(await matching(repository.root, patterns)), ...(await listed(repository))]);
  const copied = [];
  for (const path of [...wanted].sort()) if (await copyInto(place, repository.root, path)) copied.push(path);
  if (copied.length === 0) return [];
  const exposed = new Set(await repository.uncommitted(place));
  const takenBack = copied.filter((path) => exposed.has(path));
  for (const path of takenBack) await rm(join(place, path));
  return takenBack.map((path) => `${path} is not copied: git does not ignore it, so it would be committed`);
}

async function matching(root: string, patterns: readonly string[]): Promise<readonly string[]> {
  if (patterns.length === 0) return [];
  const fits = patterns.map(pathPattern);
  return (await filesBelow(root, '')).filter((path) => fits.some((fit) => fit(path)));
}

async function listed(repository: Repository): Promise<readonly string[]> {
  const found = await repository.untrackedListed(LIST);
  const regular = await Promise.all(
    found.map((path) =>
      lstat(join(repository.root, path)).then(
        (one) => one.isFile(),
        () => false,
      ),
    ),
  );
  return found.filter((path, at) => regular[at] === true && !path.split('/').some((part) => SKIPPED.has(part)));
}

/** Sorted. Repositories inside the checkout, such as other worktrees, are left alone. */
async function filesBelow(root: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  if (folder !== '' && entries.some((entry) => entry.name === '.git')) return [];
  const lists = entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .filter((entry) => !SKIPPED.has(entry.name))
    .map(async (entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(root, path);
      return entry.isFile() ? [path] : [];
    });
  return (await Promise.all(lists)).flat();
}

/** Whether it was copied. */
async function copyInto(place: string, root: string, path: string): Promise<boolean> {
  try {
    const target = await safeTarget(place, path);
    if (target === undefined) return false;
    await copyFile(join(root, path), target, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (EXPECTED.has((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/** It is there already, its folder is a file here, or it may not be read. */
const EXPECTED = new Set(['EEXIST', 'ENOTDIR', 'EACCES', 'EPERM', 'ENOENT']);
