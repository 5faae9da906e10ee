import type {
  Class,
  ExportDefaultDeclarationKind,
  Function as OxcFunction,
  Statement,
  TSEnumDeclaration,
  TSInterfaceDeclaration,
  TSModuleDeclaration,
  TSTypeAliasDeclaration,
} from 'oxc-parser';

/** What declares one name as a statement of its own. */
export type NamedNode =
  | Class
  | OxcFunction
  | TSInterfaceDeclaration
  | TSTypeAliasDeclaration
  | TSEnumDeclaration
  | TSModuleDeclaration;

const KINDS: Readonly<Record<string, string>> = {
  ClassDeclaration: 'class',
  FunctionDeclaration: 'function',
  TSDeclareFunction: 'function',
  TSInterfaceDeclaration: 'interface',
  TSTypeAliasDeclaration: 'type',
  TSEnumDeclaration: 'enum',
  TSModuleDeclaration: 'namespace',
};

type Any = Statement | ExportDefaultDeclarationKind;

/** The word for such a declaration; undefined for any other node. */
export function statementKind({ type }: Any): string | undefined {
  return KINDS[type];
}

export function isNamedNode(node: Any): node is NamedNode {
  return statementKind(node) !== undefined;
}

export function nameOfNode({ id }: NamedNode): string | undefined {
  return id?.type === 'Identifier' ? id.name : undefined;
}

/** The declaration itself, without the `export` around it. */
export function unexported(statement: Statement): Any {
  if (statement.type === 'ExportNamedDeclaration') return statement.declaration ?? statement;
  return statement.type === 'ExportDefaultDeclaration' ? statement.declaration : statement;
}
