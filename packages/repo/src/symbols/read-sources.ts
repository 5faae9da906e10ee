import { decode } from '../decode.js';
import { visitContents } from '../visit-contents.js';
import type { Source } from './source.js';

/** The texts of a handful of files of the index, by path. Paths the index does not have are left out. */
export async function readSources({ index, tree }: Source, paths: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(paths);
  const texts = new Map<string, string>();
  const files = index.files.filter(({ path }) => wanted.has(path));
  await visitContents(tree, files, ({ path }, bytes) => texts.set(path, decode(bytes)));
  return texts;
}
