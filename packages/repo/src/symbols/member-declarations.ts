import type {
  Class,
  ClassElement,
  Expression,
  ObjectPropertyKind,
  Function as OxcFunction,
  ParamPattern,
  PropertyKey,
  Statement,
  TSSignature,
  TSType,
  VariableDeclarator,
} from 'oxc-parser';
import { isNamedNode, type NamedNode, nameOfNode, statementKind, unexported } from './statement-kind.js';

export interface MemberDeclaration {
  /** Where it begins in the text. */
  readonly start: number;
  readonly kind: string;
}

interface Member extends MemberDeclaration {
  readonly name: string | undefined;
  /** A signature whose body stands elsewhere. */
  readonly isOverload?: boolean;
}

/** Where a class, interface, type literal, enum, namespace or constant object declares a member. */
export function memberDeclarations(owner: NamedNode | VariableDeclarator, name: string): readonly MemberDeclaration[] {
  const named = membersOf(owner).filter((member) => member.name === name);
  const whole = named.filter(({ isOverload }) => isOverload !== true);
  return (whole.length > 0 ? whole : named).map(({ start, kind }) => ({ start, kind }));
}

function membersOf(owner: NamedNode | VariableDeclarator): readonly Member[] {
  switch (owner.type) {
    case 'ClassDeclaration':
      return [...owner.body.body.flatMap(ofClass), ...constructorProperties(owner)];
    case 'TSInterfaceDeclaration':
      return owner.body.body.flatMap(ofSignature);
    case 'TSEnumDeclaration':
      return owner.body.members.map(({ start, id, computed }) => ({ start, kind: 'member', name: nameOfKey(id, computed) }));
    case 'TSModuleDeclaration':
      return ((owner.body?.body ?? []) as readonly Statement[]).flatMap(ofNamespace);
    case 'TSTypeAliasDeclaration':
      return ofType(owner.typeAnnotation);
    case 'VariableDeclarator':
      return ofValue(owner.init);
    default:
      return [];
  }
}

function ofClass(element: ClassElement): readonly Member[] {
  if (element.type === 'StaticBlock' || element.type === 'TSIndexSignature') return [];
  const name = nameOfKey(element.key, element.computed);
  const start = Math.min(element.start, ...element.decorators.map((decorator) => decorator.start));
  if (!('kind' in element)) return [{ name, start, kind: 'property' }];
  if (element.kind === 'constructor') return [];
  return [{ name, start, kind: ofKind(element.kind), isOverload: isOverload(element) }];
}

function isOverload({ type, value }: { readonly type: string; readonly value: OxcFunction }): boolean {
  return type === 'MethodDefinition' && value.type === 'TSEmptyBodyFunctionExpression';
}

function ofKind(kind: 'method' | 'get' | 'set'): string {
  return kind === 'method' ? 'method' : 'accessor';
}

/** `constructor(private readonly orders: Orders)` declares a property. */
function constructorProperties({ body }: Class): readonly Member[] {
  return body.body.flatMap((element) =>
    'kind' in element && element.kind === 'constructor' ? element.value.params.flatMap(ofParameter) : [],
  );
}

function ofParameter(parameter: ParamPattern): readonly Member[] {
  if (parameter.type !== 'TSParameterProperty') return [];
  const declared = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
  return declared.type === 'Identifier' ? [{ name: declared.name, start: parameter.start, kind: 'property' }] : [];
}

function ofSignature(signature: TSSignature): readonly Member[] {
  if (signature.type !== 'TSPropertySignature' && signature.type !== 'TSMethodSignature') return [];
  const kind = signature.type === 'TSMethodSignature' ? ofKind(signature.kind) : 'property';
  return [{ name: nameOfKey(signature.key, signature.computed), start: signature.start, kind }];
}

function ofNamespace(statement: Statement): readonly Member[] {
  const declared = unexported(statement);
  if (declared.type === 'VariableDeclaration') {
    return declared.declarations.flatMap(({ id, start }) =>
      id.type === 'Identifier' ? [{ name: id.name, start, kind: 'property' }] : [],
    );
  }
  if (!isNamedNode(declared)) return [];
  return [{ name: nameOfNode(declared), start: statement.start, kind: statementKind(declared) ?? 'property' }];
}

function ofType(type: TSType): readonly Member[] {
  return type.type === 'TSTypeLiteral' ? type.members.flatMap(ofSignature) : [];
}

function ofValue(value: Expression | null): readonly Member[] {
  if (value?.type === 'TSAsExpression' || value?.type === 'TSSatisfiesExpression') return ofValue(value.expression);
  return value?.type === 'ObjectExpression' ? value.properties.flatMap(ofProperty) : [];
}

function ofProperty(property: ObjectPropertyKind): readonly Member[] {
  if (property.type !== 'Property') return [];
  const kind = property.kind !== 'init' ? 'accessor' : property.method ? 'method' : 'property';
  return [{ name: nameOfKey(property.key, property.computed), start: property.start, kind }];
}

/** Undefined for one that is only known when the program runs. */
function nameOfKey(key: PropertyKey, computed: boolean): string | undefined {
  if (computed) return undefined;
  if (key.type === 'Identifier' || key.type === 'PrivateIdentifier') return key.name;
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : undefined;
}
