import type { ClassDeclaration, Node, Statement } from 'ts-morph';
import type { TsMorph } from './load-ts-morph.js';
import { statementKind } from './statement-kind.js';

export interface MemberDeclaration {
  readonly line: number;
  readonly kind: string;
}

/** Where a class, interface, type literal, enum, namespace or constant object declares a member. */
export function memberDeclarations(morph: TsMorph, owner: Node, name: string): readonly MemberDeclaration[] {
  return membersOf(morph, owner)
    .filter((member) => nameOf(morph, member) === name)
    .map((member) => ({ line: member.getStartLineNumber(), kind: kindOf(morph, member) }));
}

function membersOf(morph: TsMorph, owner: Node): readonly Node[] {
  const { Node } = morph;
  if (Node.isClassDeclaration(owner)) return [...owner.getMembers(), ...constructorProperties(owner)];
  if (Node.isInterfaceDeclaration(owner) || Node.isEnumDeclaration(owner)) return owner.getMembers();
  if (Node.isModuleDeclaration(owner)) return owner.getStatements().flatMap((one) => declaredIn(morph, one));
  if (Node.isTypeAliasDeclaration(owner)) return literalMembers(morph, owner.getTypeNode());
  return Node.isVariableDeclaration(owner) ? literalMembers(morph, owner.getInitializer()) : [];
}

/** `constructor(private readonly orders: Orders)` declares a property. */
function constructorProperties(owner: ClassDeclaration): readonly Node[] {
  const parameters = owner.getConstructors().flatMap((one) => one.getParameters());
  return parameters.filter((parameter) => parameter.isParameterProperty());
}

function declaredIn({ Node }: TsMorph, statement: Statement): readonly Node[] {
  return Node.isVariableStatement(statement) ? statement.getDeclarations() : [statement];
}

function literalMembers({ Node }: TsMorph, literal: Node | undefined): readonly Node[] {
  const plain = Node.isAsExpression(literal) || Node.isSatisfiesExpression(literal) ? literal.getExpression() : literal;
  if (Node.isTypeLiteral(plain)) return plain.getMembers();
  return Node.isObjectLiteralExpression(plain) ? plain.getProperties() : [];
}

function nameOf({ Node }: TsMorph, member: Node): string | undefined {
  if (!Node.hasName(member) && !Node.isNameable(member)) return undefined;
  return member
    .getName()
    ?.replace(/^(['"])(.*)\1$/, '$2')
    .replace(/^#/, '');
}

function kindOf(morph: TsMorph, member: Node): string {
  const { Node } = morph;
  if (Node.isMethodDeclaration(member) || Node.isMethodSignature(member)) return 'method';
  if (Node.isGetAccessorDeclaration(member) || Node.isSetAccessorDeclaration(member)) return 'accessor';
  if (Node.isEnumMember(member)) return 'member';
  return statementKind(morph, member) ?? 'property';
}
