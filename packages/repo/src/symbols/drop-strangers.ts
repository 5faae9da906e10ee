import type { RepoPath } from '@breakwater/model';
import { isStranger } from './is-stranger.js';
import { loadTsMorph } from './load-ts-morph.js';
import { openProject, placeOf } from './open-project.js';
import { outsideOf } from './outside-of.js';
import { readSources } from './read-sources.js';
import type { Source } from './source.js';

export interface Doubt {
  readonly source: Source;
  /** Files that hold the word and may mean the symbol. */
  readonly doubtful: readonly RepoPath[];
  /** Files through which the symbol is passed on. */
  readonly barrels: ReadonlySet<RepoPath>;
  /** Files that declare it. */
  readonly targets: ReadonlySet<RepoPath>;
  /** The names it goes by. */
  readonly words: readonly string[];
  readonly isMember: boolean;
}

/** Checking more files costs more than it is worth: seconds and half a gigabyte. */
const MAX_FILES = 250;

/**
 * The doubtful files without those in which the compiler proves that every use of the word means something else. The
 * compiler sees no library and only these files, so what it does not know proves nothing, and when it fails all stay.
 */
export async function dropStrangers(doubt: Doubt): Promise<readonly RepoPath[]> {
  const { source, doubtful, barrels, targets } = doubt;
  const paths = new Set([...doubtful, ...barrels, ...targets]);
  if (doubtful.length === 0 || paths.size > MAX_FILES) return doubtful;
  const texts = await readSources(source, paths);
  const morph = loadTsMorph();
  try {
    const isOutside = outsideOf(source.index);
    const project = openProject(morph, texts, source.index.modules);
    return doubtful.filter((path) => {
      const file = project.getSourceFile(placeOf(path));
      return file === undefined || !isStranger(morph, file, { ...doubt, path, isOutside });
    });
  } catch {
    // The compiler is known to fail on half a program; the answer without it is complete, only less exact.
    return doubtful;
  }
}
