import type { SourceFile, Statement } from 'ts-morph';
import type { TsMorph } from './load-ts-morph.js';

/** The names under which a file gives out something it calls `local`, sorted. */
export function exportedNames(morph: TsMorph, file: SourceFile, local: string, statement: Statement): readonly string[] {
  const names = new Set([...fromModifiers(morph, statement, local), ...fromExportStatements(morph, file, local)]);
  return [...names].sort();
}

function fromModifiers({ Node }: TsMorph, statement: Statement, local: string): readonly string[] {
  if (Node.isExportDeclaration(statement)) return [local];
  if (!Node.isModifierable(statement) || !statement.hasModifier('export')) return [];
  return [statement.hasModifier('default') ? 'default' : local];
}

function fromExportStatements({ Node }: TsMorph, file: SourceFile, local: string): readonly string[] {
  const specifiers = file
    .getExportDeclarations()
    .filter((declaration) => !declaration.hasModuleSpecifier())
    .flatMap((declaration) => declaration.getNamedExports())
    .filter((specifier) => specifier.getName() === local)
    .map((specifier) => specifier.getAliasNode()?.getText() ?? local);
  const isDefault = file.getExportAssignments().some((assignment) => {
    const value = assignment.getExpression();
    return Node.isIdentifier(value) && value.getText() === local;
  });
  return isDefault ? [...specifiers, 'default'] : specifiers;
}
