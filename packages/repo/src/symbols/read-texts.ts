import type { IndexedFile, TreeReader } from '@breakwater/model';
import { decode } from '../decode.js';
import { visitContents } from '../visit-contents.js';

/** The texts of a handful of files, by path. */
export async function readTexts(tree: TreeReader, files: readonly IndexedFile[]): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  await visitContents(tree, files, ({ path }, bytes) => texts.set(path, decode(bytes)));
  return texts;
}
