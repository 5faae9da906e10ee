import { parseText } from './parse-module.js';

/** One name a file passes on: `export { imported as exported } from 'specifier'`. */
export interface Reexport {
  readonly specifier: string;
  /** `*` for everything. */
  readonly imported: string;
  /** `*` when the names stay as they are. */
  readonly exported: string;
}

/** What a file passes on under which name; an import that is exported by a later statement counts. */
export function reexportsOf(path: string, text: string): readonly Reexport[] {
  const entries = parseText(path, text).module.staticExports.flatMap(({ entries }) => entries);
  return entries.flatMap(({ moduleRequest, importName, exportName }) => {
    if (moduleRequest === null) return [];
    const imported = importName.kind === 'Name' ? (importName.name ?? '*') : '*';
    const exported = exportName.kind === 'Default' ? 'default' : (exportName.name ?? '*');
    return [{ specifier: moduleRequest.value, imported, exported }];
  });
}
