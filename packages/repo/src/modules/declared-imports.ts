import type { EcmaScriptModule, StaticExportEntry, StaticImportEntry } from 'oxc-parser';
import { flatCopy } from './flat-copy.js';
import type { WrittenImport } from './written-module.js';

/** Import and export statements and `import()` expressions of the parser's record. */
export function declaredImports(record: EcmaScriptModule, text: string): readonly WrittenImport[] {
  const imported = record.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    names: entries.map(importedName),
    reexport: false,
  }));
  const reexported = exportEntries(record.staticExports).flatMap((entry) =>
    entry.moduleRequest === null
      ? []
      : [{ specifier: entry.moduleRequest.value, names: [reexportedName(entry)], reexport: true }],
  );
  return [...imported, ...reexported, ...dynamicImports(record, text)];
}

/** Names the file itself gives out; what `export *` passes on is known only with the other file. */
export function declaredExports(statements: Statements): readonly string[] {
  return exportEntries(statements).flatMap(({ exportName }) => {
    if (exportName.kind === 'Default') return ['default'];
    // After a syntax error the parser may leave an empty name.
    return exportName.kind === 'None' || !exportName.name ? [] : [exportName.name];
  });
}

type Statements = EcmaScriptModule['staticExports'];

function exportEntries(statements: Statements): readonly StaticExportEntry[] {
  return statements.flatMap(({ entries }) => entries);
}

function importedName({ importName }: StaticImportEntry): string {
  if (importName.kind === 'Default') return 'default';
  return importName.kind === 'Name' ? (importName.name ?? '*') : '*';
}

function reexportedName({ importName }: StaticExportEntry): string {
  return importName.kind === 'Name' ? (importName.name ?? '*') : '*';
}

/** Only those with a plain text as argument can be followed. */
function dynamicImports(record: EcmaScriptModule, text: string): readonly WrittenImport[] {
  return record.dynamicImports.flatMap(({ moduleRequest }) => {
    const literal = /^(['"`])([^'"`$\\\n]+)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    const specifier = literal?.[2];
    return specifier === undefined ? [] : [{ specifier: flatCopy(specifier), names: ['*'], reexport: false }];
  });
}
