import type { ModuleExportName, Statement } from 'oxc-parser';

/** The names under which a file gives out something it calls `local`, sorted. */
export function exportedNames(body: readonly Statement[], local: string, statement: Statement): readonly string[] {
  return [...new Set([...byItsOwnStatement(statement, local), ...body.flatMap((one) => byAnother(one, local))])].sort();
}

function byItsOwnStatement(statement: Statement, local: string): readonly string[] {
  if (statement.type === 'ExportDefaultDeclaration') return ['default'];
  return statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportAllDeclaration' ? [local] : [];
}

function byAnother(statement: Statement, local: string): readonly string[] {
  if (statement.type === 'ExportNamedDeclaration' && statement.source === null) {
    const meant = statement.specifiers.filter((specifier) => writtenName(specifier.local) === local);
    return meant.map((specifier) => writtenName(specifier.exported));
  }
  return assigned(statement) === local ? ['default'] : [];
}

/** `export default name` and `export = name`. */
function assigned(statement: Statement): string | undefined {
  const value =
    statement.type === 'ExportDefaultDeclaration'
      ? statement.declaration
      : statement.type === 'TSExportAssignment'
        ? statement.expression
        : undefined;
  return value?.type === 'Identifier' ? value.name : undefined;
}

export function writtenName(name: ModuleExportName): string {
  return name.type === 'Literal' ? name.value : name.name;
}
