import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { parseGlobs } from '@breakwater/glob';

/** Files looked at for one glob; who has more names a folder. */
const MOST_FILES = 20_000;

/** The Markdown files a path means: itself, those of a folder, or those a glob matches, sorted. Undefined: it means none. */
export async function markdownFiles(path: string): Promise<readonly string[] | undefined> {
  const stats = await stat(path).catch(() => undefined);
  if (stats?.isDirectory())
    return (await readdir(path))
      .filter(isTask)
      .sort()
      .map((name) => join(path, name));
  if (path.endsWith('.md') && (stats !== undefined || !/[*?[{]/.test(path))) return [path];
  return stats === undefined && path.endsWith('.md') ? matching(path) : undefined;
}

/** A README explains a folder; it is nobody's task. */
function isTask(name: string): boolean {
  return name.endsWith('.md') && name.toLowerCase() !== 'readme.md';
}

async function matching(path: string): Promise<readonly string[]> {
  const top = await folderAbove(path);
  const pattern = relative(top, path).split(sep).join('/');
  const globs = parseGlobs([pattern]);
  if (!globs.ok) return [];
  const names = await filesBelow(top);
  return names.filter((name) => isTask(basename(name)) && globs.value.matches(name)).map((name) => join(top, name));
}

/** The folder above the first special character; one that exists may have such characters in its own name. */
async function folderAbove(path: string): Promise<string> {
  if (!/[*?[{]/.test(path)) return path;
  const stats = await stat(path).catch(() => undefined);
  return stats?.isDirectory() ? path : folderAbove(dirname(path));
}

/** Sorted, with / between folders; folders that no one writes tasks in are left out. */
async function filesBelow(top: string): Promise<readonly string[]> {
  const found: string[] = [];
  const folders = [''];
  for (const folder of folders) {
    const entries = await readdir(join(top, folder), { withFileTypes: true }).catch(() => []);
    const named = entries.map((entry) => ({ entry, name: folder === '' ? entry.name : `${folder}/${entry.name}` }));
    for (const { name } of named.filter(({ entry }) => entry.isFile())) found.push(name);
    for (const { entry, name } of named) if (entry.isDirectory() && !SKIPPED.has(entry.name)) folders.push(name);
    if (found.length > MOST_FILES) break;
  }
  return found.sort();
}

const SKIPPED: ReadonlySet<string> = new Set(['node_modules', '.git']);
