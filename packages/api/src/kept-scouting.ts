import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readRegularFile } from '@breakwater/git';

/** Answers of scouting sessions, kept so that the same question costs once and the same input gives the same plan. */
export interface KeptAnswers {
  readonly folder: string;
  /** Makes names of files that are being written unlike any other. */
  readonly unique: () => string;
}

/** Names a question by everything that may change its answer: commit, prompt, model. */
export function questionKey(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** Undefined when there is none, or what is there is no JSON. */
export async function keptAnswer(folder: string, key: string): Promise<unknown> {
  try {
    return JSON.parse(String(await readRegularFile(join(folder, `${key}.json`))));
  } catch {
    return undefined;
  }
}

/** A folder that cannot be written keeps nothing; then the question is asked again the next time. */
export async function keepAnswer({ folder, unique }: KeptAnswers, key: string, answer: unknown): Promise<void> {
  const file = join(folder, `${key}.json`);
  const unfinished = `${file}.${unique()}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(unfinished, `${JSON.stringify(answer)}\n`, { flag: 'wx', mode: 0o600 });
    await rename(unfinished, file);
  } catch {
    return;
  }
}

/** Removes the oldest files beyond so many; one that is already gone is none of them. */
export async function forgetOldest(folder: string, most: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.length <= most) return;
  const found = await Promise.all(names.map((name) => agedFile(join(folder, name))));
  const newestFirst = found.flatMap((one) => one ?? []).sort((a, b) => b.changed - a.changed || (a.path < b.path ? -1 : 1));
  await Promise.all(newestFirst.slice(most).map(({ path }) => rm(path, { force: true })));
}

async function agedFile(path: string): Promise<{ readonly path: string; readonly changed: number } | undefined> {
  try {
    return { path, changed: (await stat(path)).mtimeMs };
  } catch {
    return undefined;
  }
}
