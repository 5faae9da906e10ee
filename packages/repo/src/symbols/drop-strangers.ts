import type { IndexedFile, RepoPath } from '@breakwater/model';
import { pageOf } from '../modules/embedded-code.js';
import type { Doubt } from './doubt.js';
import { doubtKey } from './doubt-key.js';
import { filesAt } from './files-at.js';
import { isStranger, wholeWord } from './is-stranger.js';
import { loadTsMorph } from './load-ts-morph.js';
import { openProject, placeOf } from './open-project.js';
import { outsideOf } from './outside-of.js';
import { readTexts } from './read-texts.js';

/** Checking more files costs more than it is worth: seconds and half a gigabyte. */
const MAX_FILES = 250;

/**
 * The doubtful files without those in which the compiler proves that every use of the word means something else. It is asked once
 * about the same files; a failure is not kept, for it may be want of memory.
 */
export async function dropStrangers(doubt: Doubt): Promise<readonly RepoPath[]> {
  const { source, doubtful, barrels, targets } = doubt;
  const paths = new Set([...doubtful, ...barrels, ...targets]);
  if (doubtful.length === 0 || paths.size > MAX_FILES) return doubtful;
  const files = filesAt(source.index, paths);
  const key = doubtKey(doubt, files);
  const kept = source.cache.get(key, ABOUT);
  if (kept?.length === doubtful.length) return doubtful.filter((_, place) => kept[place] !== STRANGER);
  const strangers = await provenStrangers(doubt, files);
  if (strangers === undefined) return doubtful;
  source.cache.put(
    key,
    ABOUT,
    Uint8Array.from(doubtful, (path) => (strangers.has(path) ? STRANGER : 1)),
  );
  return doubtful.filter((path) => !strangers.has(path));
}

const ABOUT = 'strangers';
const STRANGER = 0;

/** Of a component's page the compiler sees nothing. */
function isSaidIn(page: string, words: readonly string[]): boolean {
  return words.some((word) => wholeWord(word).test(page));
}

/** The compiler sees no library and only these files, so what it does not know proves nothing. Undefined when it fails. */
async function provenStrangers(doubt: Doubt, files: readonly IndexedFile[]): Promise<ReadonlySet<RepoPath> | undefined> {
  const { source, doubtful, inside } = doubt;
  const texts = await readTexts(source.tree, files);
  const morph = loadTsMorph();
  try {
    const isOutside = outsideOf(inside);
    const project = openProject(morph, texts, source.index.modules);
    const proven = doubtful.filter((path) => {
      const file = project.getSourceFile(placeOf(path));
      if (isSaidIn(pageOf(path, texts.get(path) ?? ''), doubt.words)) return false;
      return file !== undefined && isStranger(morph, file, { ...doubt, path, isOutside });
    });
    return new Set(proven);
  } catch {
    // The compiler is known to fail on half a program; the answer without it is complete, only less exact.
    return undefined;
  }
}
