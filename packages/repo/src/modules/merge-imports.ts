import type { WrittenImport } from './written-module.js';

/** One entry for each specifier and direction, names together; sorted by specifier, imports before re-exports. */
export function mergeImports(imports: readonly WrittenImport[]): readonly WrittenImport[] {
  const merged = new Map<string, { readonly specifier: string; readonly reexport: boolean; readonly names: Set<string> }>();
  for (const { specifier, names, reexport } of imports) {
    const key = `${reexport ? 1 : 0}${specifier}`;
    const entry = merged.get(key) ?? { specifier, reexport, names: new Set() };
    for (const name of names) entry.names.add(name);
    merged.set(key, entry);
  }
  return [...merged.values()]
    .sort((a, b) => (a.specifier === b.specifier ? Number(a.reexport) - Number(b.reexport) : a.specifier < b.specifier ? -1 : 1))
    .map(({ specifier, names, reexport }) => ({ specifier, names: [...names].sort(), reexport }));
}
