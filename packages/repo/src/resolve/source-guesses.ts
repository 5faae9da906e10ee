import { inFolder } from '../in-folder.js';
import { joinPath } from '../join-path.js';

const OUTPUT = new Set([
  'dist',
  'build',
  'lib',
  'out',
  'output',
  'esm',
  'cjs',
  'es',
  'es6',
  'umd',
  'types',
  'typings',
  'commonjs',
  'module',
]);
const MODULE_FORM = new Set(['esm', 'cjs', 'es', 'es6', 'umd', 'types', 'typings', 'commonjs', 'module', 'node', 'browser']);

/**
 * Where the source of a package's file may lie, the best guess first: what a manifest names is often a product of a build
 * that is not committed. `dist/esm/sub/x.js` in `packages/a` gives `packages/a/src/sub/x.js` and so on.
 */
export function sourceGuesses(folder: string, target: string): readonly string[] {
  const path = joinPath('', target);
  if (path === undefined) return [];
  const inner = withoutOutput(path.split('/'));
  const guesses = inner === undefined ? [path] : [...inSource(inner), path, inner];
  return [...new Set(guesses)].map((guess) => inFolder(folder, guess));
}

/** The part below the output folders; undefined when the path does not begin with one. */
function withoutOutput(segments: readonly string[]): string | undefined {
  if (!OUTPUT.has(segments[0] ?? '')) return undefined;
  let start = 1;
  while (start < segments.length - 1 && MODULE_FORM.has(segments[start] ?? '')) start += 1;
  return segments.slice(start).join('/');
}

function inSource(inner: string): readonly string[] {
  return inner.startsWith('src/') ? [inner] : [`src/${inner}`, `source/${inner}`];
}
