import { inFolder } from '../in-folder.js';
import { entryTargets } from './entry-targets.js';
import { findSource } from './find-source.js';
import type { Package } from './packages.js';
import type { SourceFiles } from './source-files.js';
import { sourceGuesses } from './source-guesses.js';

/** Tried when the manifest names nothing that can be followed to a committed file. */
const USUAL_ENTRIES = [
  'src/index',
  'src/public-api',
  'src/public_api',
  'src/main',
  'src/lib/index',
  'lib/index',
  'index',
  'main',
  'mod',
];
const USUAL_FOLDERS = ['src/', '', 'src/lib/', 'lib/', 'source/'];

/** The source file behind a package's subpath ('.' or './x'), though the package was never built. */
export function findEntry(files: SourceFiles, { folder, manifest }: Package, subpath: string): string | undefined {
  const named = entryTargets(manifest, subpath).flatMap((target) => sourceGuesses(folder, target));
  const usual = subpath === '.' ? USUAL_ENTRIES : USUAL_FOLDERS.map((inside) => `${inside}${subpath.slice(2)}`);
  const unnamed = usual.map((path) => inFolder(folder, path));
  return firstSource(files, named) ?? firstSource(files, unnamed);
}

/** A declaration file is the answer only when no guess leads to code. */
export function firstSource(files: SourceFiles, guesses: readonly string[]): string | undefined {
  const found = guesses.flatMap((guess) => findSource(files, guess) ?? []);
  return found.find((path) => !/\.d\.[cm]?ts$/.test(path)) ?? found[0];
}
