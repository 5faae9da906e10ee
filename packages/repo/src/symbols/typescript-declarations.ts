import { repoPath } from '@breakwater/model';
import type { BindingName, ExportDeclaration, Node, SourceFile, Statement, VariableStatement } from 'ts-morph';
import type { Declaration } from './declaration.js';
import { exportedNames } from './exported-names.js';
import type { TsMorph } from './load-ts-morph.js';
import { memberDeclarations } from './member-declarations.js';
import { pathAt } from './open-project.js';
import { statementKind } from './statement-kind.js';
import type { SymbolName } from './symbol-name.js';

/** Where a file declares a symbol at its top level, or, for `Owner.member`, in a declaration of the owner. Syntax only. */
export function typescriptDeclarations(morph: TsMorph, file: SourceFile, name: SymbolName): readonly Declaration[] {
  const path = repoPath(pathAt(file.getFilePath()));
  const sought = name.owner ?? name.word;
  const found = localNames(file, sought).flatMap((local) =>
    file.getStatements().flatMap((statement) => declaredBy(morph, statement, local).map((one) => ({ ...one, statement, local }))),
  );
  return found.flatMap(({ node, kind, passedOn, statement, local }) => {
    const exportedAs = exportedNames(morph, file, local, statement);
    if (name.owner === undefined) return [{ path, line: node.getStartLineNumber(), kind, exportedAs, passedOn }];
    return memberDeclarations(morph, node, name.word).map((member) => ({ path, ...member, exportedAs, passedOn: false }));
  });
}

/** What the file itself calls the symbol: the same, and `x` after `export { x as Symbol }`. */
function localNames(file: SourceFile, name: string): readonly string[] {
  const aliased = file
    .getExportDeclarations()
    .filter((declaration) => !declaration.hasModuleSpecifier())
    .flatMap((declaration) => declaration.getNamedExports())
    .filter((specifier) => specifier.getAliasNode()?.getText() === name)
    .map((specifier) => specifier.getName());
  return [...new Set([name, ...aliased])];
}

interface Declared {
  readonly node: Node;
  readonly kind: string;
  readonly passedOn: boolean;
}

function declaredBy(morph: TsMorph, statement: Statement, name: string): readonly Declared[] {
  const { Node } = morph;
  if (Node.isVariableStatement(statement)) return variables(morph, statement, name);
  if (Node.isExportDeclaration(statement))
    return passesOn(statement, name) ? [{ node: statement, kind: 'export', passedOn: true }] : [];
  const kind = statementKind(morph, statement);
  if (kind === undefined || !Node.hasName(statement) || statement.getName() !== name) return [];
  return [{ node: statement, kind, passedOn: false }];
}

/** `export { name } from` and `export * as name from`: the place of a symbol that comes from another package. */
function passesOn(statement: ExportDeclaration, name: string): boolean {
  if (!statement.hasModuleSpecifier()) return false;
  const names = statement.getNamedExports().map((specifier) => specifier.getAliasNode()?.getText() ?? specifier.getName());
  return [statement.getNamespaceExport()?.getName(), ...names].includes(name);
}

function variables(morph: TsMorph, statement: VariableStatement, name: string): readonly Declared[] {
  const kind = statement.getDeclarationKind();
  return statement.getDeclarations().flatMap((declaration): readonly Declared[] => {
    const written = declaration.getNameNode();
    if (morph.Node.isIdentifier(written)) return written.getText() === name ? [{ node: declaration, kind, passedOn: false }] : [];
    return takenOut(morph, written, name) ? [{ node: declaration, kind, passedOn: true }] : [];
  });
}

function takenOut(morph: TsMorph, pattern: BindingName, name: string): boolean {
  const { Node, SyntaxKind } = morph;
  return pattern.getDescendantsOfKind(SyntaxKind.BindingElement).some((element) => {
    const bound = element.getNameNode();
    return Node.isIdentifier(bound) && bound.getText() === name;
  });
}
