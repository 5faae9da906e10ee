import { lstat, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { getDefaultSearchPlaces } from 'cosmiconfig';
import { entryOf } from '../parse/located.js';
import { parseJson } from '../parse/parse-json.js';
import { LARGEST_FILE } from '../text/read-source.js';

export interface ConfigFile {
  /** Absolute. */
  readonly path: string;
  /** Code is found, so that it can be named, and not run. */
  readonly kind: 'data' | 'code';
}

/** The key of package.json. */
export const PACKAGE_KEY = 'breakwater';
const OWN_NAMES = ['yaml', 'yml', 'json'].map((extension) => `breakwater.config.${extension}`);

/**
 * Names a configuration may have: ours, then those that cosmiconfig made a convention. Only its names are used: its search
 * looks for settings of its own in the working folder and runs a .config/config.js found there, whatever loaders it is given.
 */
const NAMES: readonly string[] = [...OWN_NAMES, ...getDefaultSearchPlaces(PACKAGE_KEY)];
const CODE = /\.[cm]?[jt]s$/;

/** Every configuration in these folders, the one that wins first; data before code. Nothing is executed, and no pipe is waited for. */
export async function findConfigFiles(folders: readonly string[]): Promise<readonly ConfigFile[]> {
  const found = await Promise.all(folders.map(configFilesIn));
  return found.flat();
}

async function configFilesIn(folder: string): Promise<readonly ConfigFile[]> {
  const paths = NAMES.map((name) => join(folder, name));
  const kept = await Promise.all(paths.map(isConfig));
  const files = paths.filter((_, at) => kept[at]);
  const data = files.filter((path) => !CODE.test(path)).map((path) => ({ path, kind: 'data' }) as const);
  const code = files.filter((path) => CODE.test(path)).map((path) => ({ path, kind: 'code' }) as const);
  return [...data, ...code];
}

/**
 * A broken link, a pipe or a folder with the name of a configuration counts, so that reading it says what is wrong: passed over, its
 * settings would not hold and nobody would know. A package.json counts when it is a file that names us.
 */
async function isConfig(path: string): Promise<boolean> {
  if (basename(path) !== 'package.json') return isThere(path);
  const size = await sizeOfFile(path);
  return size !== undefined && size <= LARGEST_FILE && (await namesUs(path));
}

function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Undefined: not a regular file. A pipe would block whoever opens it. */
async function sizeOfFile(path: string): Promise<number | undefined> {
  try {
    const stats = await stat(path);
    return stats.isFile() ? stats.size : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a package.json has our key. One that is not JSON is its package manager's to complain about, unless it may name us. */
async function namesUs(path: string): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => '');
  if (!text.includes(`"${PACKAGE_KEY}"`)) return false;
  const { value } = parseJson({ area: 'CONFIG', file: path, path, text });
  return value === undefined || entryOf(value, PACKAGE_KEY) !== undefined;
}
