import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Of the files that conflicted, those that still hold git's markers, beginning and end. Gone and unreadable ones hold none. */
export async function leftConflicts(place: string, paths: readonly string[]): Promise<readonly string[]> {
  const texts = await Promise.all(paths.map((path) => readFile(join(place, path), 'utf8').catch(() => '')));
  return paths.filter((_, n) => /^<{7} /m.test(texts[n] ?? '') && /^>{7} /m.test(texts[n] ?? ''));
}
