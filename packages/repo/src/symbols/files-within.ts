import type { RepositoryIndex } from '@breakwater/model';

/**
 * Files whose exports may be members of a namespace that is made of a file: those behind `export * as Name from` and
 * behind everything they pass on. Empty when no file exports the name so, as for `JSON` in `JSON.parse`.
 */
export function filesWithin({ modules }: RepositoryIndex, namespace: string): ReadonlySet<string> {
  const givers = [...modules].filter(([, { exports }]) => exports.includes(namespace));
  const open = givers.flatMap(([, { imports }]) =>
    imports.flatMap(({ names, target }) => (target !== undefined && names.includes('*') ? [target] : [])),
  );
  const found = new Set<string>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    const passed = modules.get(next)?.imports.filter(({ reexport }) => reexport) ?? [];
    for (const { target } of passed) if (target !== undefined) open.push(target);
  }
  return found;
}
