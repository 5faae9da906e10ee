import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Git } from '../git.js';
import { placeOf } from '../place.js';
import { LONG } from '../run/run-git.js';

/** Untracked files of the user's checkout that a file of patterns in it lists, in the syntax of .gitignore; sorted. None without that file. */
export async function untrackedListed(git: Git, patterns: string): Promise<readonly string[]> {
  if (git.bare) return [];
  const file = join(git.root, patterns);
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (!isThere) return [];
  const place = await placeOf(git, git.root);
  const { stdout } = await place.run(['ls-files', '-z', '--others', '--ignored', `--exclude-from=${file}`], { limit: LONG });
  // A repository of its own is named as a folder.
  const found = stdout.toString('utf8').split('\0');
  return found.filter((path) => path !== '' && !path.endsWith('/')).sort();
}
