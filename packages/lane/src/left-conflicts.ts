import { join } from 'node:path';
import { readRegularFile } from '@breakwater/git';
import type { TaskFailure } from '@breakwater/model';

/** Of the files that conflicted, those that still hold git's markers, beginning and end. Gone and unreadable ones hold none. */
export async function leftConflicts(place: string, paths: readonly string[]): Promise<readonly string[]> {
  const texts = await Promise.all(paths.map((path) => readRegularFile(join(place, path)).then(String, () => '')));
  return paths.filter((_, n) => /^<{7} /m.test(texts[n] ?? '') && /^>{7} /m.test(texts[n] ?? ''));
}

/** Of a session that took itself for done. */
export function conflictsFailure(left: readonly string[]): TaskFailure {
  return { reason: 'session-failed', exitCode: 0, message: `it left conflict markers in ${left.join(', ')}` };
}
