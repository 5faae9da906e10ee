import type { Node } from 'ts-morph';
import type { TsMorph } from './load-ts-morph.js';

/** The word for a declaration that stands as a statement of its own; undefined for any other node. */
export function statementKind({ Node }: TsMorph, node: Node): string | undefined {
  const kinds = [
    ['class', Node.isClassDeclaration],
    ['function', Node.isFunctionDeclaration],
    ['interface', Node.isInterfaceDeclaration],
    ['type', Node.isTypeAliasDeclaration],
    ['enum', Node.isEnumDeclaration],
    ['namespace', Node.isModuleDeclaration],
  ] as const;
  return kinds.find(([, is]) => is(node))?.[0];
}
