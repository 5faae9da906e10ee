import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';

export interface Around {
  /** Top folder of the repository. */
  readonly root: string;
  /** Folder the command was started in. */
  readonly cwd: string;
}

/** The folders to search, from the present one up to the top of the repository and never further; both when one is not in the other. */
export async function foldersUpward({ root, cwd }: Around): Promise<readonly string[]> {
  const [top, start] = await Promise.all([realFolder(root), realFolder(cwd)]);
  const way = relative(top, start);
  if (leadsOut(way)) return [start, top];
  const folders = [start];
  for (let folder = start; folder !== top; folder = dirname(folder)) folders.push(dirname(folder));
  return folders;
}

/** Of a relative path; a folder may have a name that begins with two dots. */
export function leadsOut(way: string): boolean {
  return way.split(sep)[0] === '..' || isAbsolute(way);
}

/** Two spellings of one folder, one through a symbolic link, are the same place. */
async function realFolder(folder: string): Promise<string> {
  const absolute = resolve(folder);
  try {
    return await realpath(absolute);
  } catch {
    return absolute;
  }
}
