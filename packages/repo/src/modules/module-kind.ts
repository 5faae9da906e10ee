import type { IndexedFile } from '@breakwater/model';

const EXTENSION = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/;
const INSTALLED = /(?:^|\/)(?:node_modules|bower_components)\//;
const BUILT = /(?:^|\/)(?:dist|build|vendor|third_party)\//;
const MINIFIED = /[.-]min\.[cm]?js$/;

/** Larger sources are data or bundles. Bytes. */
export const MAX_MODULE_SIZE = 1_000_000;

/** How a file takes part in the import graph. `built` ones do, though they are rarely written by hand. */
export type ModuleKind = 'source' | 'built' | 'installed' | 'minified' | 'too-large' | 'none';

export function moduleKind({ path, mode, size }: Pick<IndexedFile, 'path' | 'mode' | 'size'>): ModuleKind {
  // The content of a symlink is a path.
  if (!EXTENSION.test(path) || mode === '120000') return 'none';
  if (INSTALLED.test(path)) return 'installed';
  if (MINIFIED.test(path)) return 'minified';
  if (size > MAX_MODULE_SIZE) return 'too-large';
  return BUILT.test(path) ? 'built' : 'source';
}
