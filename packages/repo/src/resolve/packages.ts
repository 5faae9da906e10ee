import { fileNameOf, folderOf, type Project } from '@breakwater/model';
import { type JsonRecord, textOf } from '../json/json-shape.js';

export interface Package {
  readonly folder: string;
  readonly manifest: JsonRecord;
}

/**
 * The repository's own packages by name. Only those of projects: a test fixture called `react` must not catch the imports
 * of the real one.
 */
export function packagesByName(
  json: ReadonlyMap<string, JsonRecord>,
  projects: readonly Project[],
): ReadonlyMap<string, Package> {
  const roots = new Set(projects.map(({ root }) => root));
  const named = new Map<string, Package>();
  for (const [path, manifest] of json) {
    const name = textOf(manifest['name']);
    const folder = folderOf(path);
    if (fileNameOf(path) !== 'package.json' || name === undefined || !roots.has(folder) || named.has(name)) continue;
    named.set(name, { folder, manifest });
  }
  return named;
}

/** A bare specifier as package name and subpath: `@x/pkg/sub/a` is `@x/pkg` and `./sub/a`. */
export function splitSpecifier(specifier: string): { readonly name: string; readonly subpath: string } {
  const parts = specifier.split('/');
  // `@/x` is somebody's alias, not a scope.
  const length = /^@[^/]/.test(specifier) ? 2 : 1;
  const rest = parts.slice(length).join('/');
  return { name: parts.slice(0, length).join('/'), subpath: rest === '' ? '.' : `./${rest}` };
}
