import type { BindingPattern, Statement, VariableDeclaration, VariableDeclarator } from 'oxc-parser';
import { parseText } from '../modules/parse-module.js';
import type { WrittenDeclaration } from './declaration.js';
import { exportedNames, writtenName } from './exported-names.js';
import { memberDeclarations } from './member-declarations.js';
import { isNamedNode, type NamedNode, nameOfNode, statementKind, unexported } from './statement-kind.js';
import { type SymbolName, soughtOf } from './symbol-name.js';

/** Answers where a text declares a symbol at its top level, or, for `Owner.member`, in a declaration of the owner. Syntax only; parsed once, for the first question. */
export function typescriptDeclarations(path: string, text: string): (name: SymbolName) => readonly WrittenDeclaration[] {
  let parsed: readonly Statement[] | undefined;
  return (name) => {
    // What stands before the first statement as a text of its own declares nothing.
    parsed ??= parseText(path, text).program.body as readonly Statement[];
    const body = parsed;
    return localNames(body, soughtOf(name)).flatMap((local) =>
      body.flatMap((statement) => {
        const exportedAs = exportedNames(body, local, statement);
        const found = declaredBy(statement, local).flatMap((one) => membersOrItself(one, name));
        return found.map(({ start, kind, passedOn }) => ({ line: lineAt(text, start), kind, exportedAs, passedOn }));
      }),
    );
  };
}

/** What the file itself calls the symbol: the same, and `x` after `export { x as Symbol }`. */
function localNames(body: readonly Statement[], name: string): readonly string[] {
  const aliased = body.flatMap((statement) =>
    statement.type === 'ExportNamedDeclaration' && statement.source === null
      ? statement.specifiers.filter(({ exported }) => writtenName(exported) === name).map(({ local }) => writtenName(local))
      : [],
  );
  return [...new Set([name, ...aliased])];
}

interface Declared {
  readonly start: number;
  readonly kind: string;
  readonly passedOn: boolean;
  /** Where its members are; undefined for what has none. */
  readonly node?: NamedNode | VariableDeclarator;
}

function membersOrItself(declared: Declared, { owner, word }: SymbolName): readonly Declared[] {
  if (owner === undefined) return [declared];
  if (declared.node === undefined) return [];
  return memberDeclarations(declared.node, word).map((member) => ({ ...member, passedOn: false }));
}

function declaredBy(statement: Statement, name: string): readonly Declared[] {
  const node = unexported(statement);
  if (node.type === 'VariableDeclaration') return variables(node, name);
  if (passesOn(statement, name)) return [{ start: statement.start, kind: 'export', passedOn: true }];
  if (!isNamedNode(node) || nameOfNode(node) !== name) return [];
  const decorators = node.type === 'ClassDeclaration' ? node.decorators : [];
  const start = Math.min(statement.start, ...decorators.map((decorator) => decorator.start));
  return [{ start, kind: statementKind(node) ?? '', passedOn: false, node }];
}

/** `export { name } from` and `export * as name from`: the place of a symbol that comes from another package. */
function passesOn(statement: Statement, name: string): boolean {
  if (statement.type === 'ExportAllDeclaration') return statement.exported !== null && writtenName(statement.exported) === name;
  if (statement.type !== 'ExportNamedDeclaration' || statement.source === null) return false;
  return statement.specifiers.some(({ exported }) => writtenName(exported) === name);
}

function variables({ kind, declarations }: VariableDeclaration, name: string): readonly Declared[] {
  return declarations.flatMap((declarator): readonly Declared[] => {
    const { id, start } = declarator;
    if (id.type === 'Identifier') return id.name === name ? [{ start, kind, passedOn: false, node: declarator }] : [];
    return binds(id, name) ? [{ start, kind, passedOn: true }] : [];
  });
}

/** Whether a pattern takes out something under a name. */
function binds(pattern: BindingPattern, name: string): boolean {
  switch (pattern.type) {
    case 'Identifier':
      return pattern.name === name;
    case 'AssignmentPattern':
      return binds(pattern.left, name);
    case 'ObjectPattern':
      return pattern.properties.some((one) => binds(one.type === 'RestElement' ? one.argument : one.value, name));
    case 'ArrayPattern':
      return pattern.elements.some((one) => one !== null && binds(one.type === 'RestElement' ? one.argument : one, name));
  }
}

/** From 1. */
function lineAt(text: string, place: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < place; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
