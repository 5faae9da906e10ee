import type { RepoPath } from '@breakwater/model';
import { literalPattern } from '@breakwater/text';
import type { BindingElement, Symbol as CompilerSymbol, Identifier, Node, SourceFile } from 'ts-morph';
import type { TsMorph } from './load-ts-morph.js';
import { pathAt } from './open-project.js';

/** What is known about the symbol, and the file looked at. */
export interface Suspect {
  readonly path: RepoPath;
  readonly targets: ReadonlySet<RepoPath>;
  readonly words: readonly string[];
  readonly isMember: boolean;
  /** Whether a specifier names a package that is not in the repository. */
  readonly isOutside: (specifier: string) => boolean;
}

/** `other`: proved to be something else. `unknown`: not proved, because what would prove it is not loaded. */
type Standing = 'same' | 'other' | 'unknown';

/** Whether every use of the symbol's words in a file is proved to mean something else; words in comments mean nothing. */
export function isStranger(morph: TsMorph, file: SourceFile, suspect: Suspect): boolean {
  return suspect.words.every((word) => occurrences(file, word).every((node) => standingOf(morph, node, suspect) === 'other'));
}

/** The innermost nodes at the places where the text has the word. */
function occurrences(file: SourceFile, word: string): readonly Node[] {
  return [...file.getFullText().matchAll(wholeWord(word))].flatMap(({ index }) => {
    const node = file.getDescendantAtPos(index);
    // A comment belongs to the node after it, which begins later.
    return node === undefined || node.getStart() > index ? [] : [node];
  });
}

/** Finds the word where it is no part of another. */
export function wholeWord(word: string): RegExp {
  return new RegExp(`(?<![\\p{ID_Continue}$])${literalPattern(word)}(?![\\p{ID_Continue}$])`, 'gu');
}

function standingOf(morph: TsMorph, node: Node, suspect: Suspect): Standing {
  const { Node } = morph;
  if (Node.isIdentifier(node)) return standingOfIdentifier(morph, node, suspect);
  // The whole text of a literal may be a key, in whatever quotes; a word inside a longer text is prose.
  if (Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node))
    return suspect.words.includes(node.getLiteralText()) ? 'unknown' : 'other';
  return Node.isPrivateIdentifier(node) ? 'unknown' : 'other';
}

function standingOfIdentifier(morph: TsMorph, node: Identifier, suspect: Suspect): Standing {
  const symbol = node.getSymbol();
  if ([node, ...(symbol?.getDeclarations() ?? [])].some((one) => isFromOutside(morph, one, suspect))) return 'other';
  const parent = node.getParent();
  if (morph.Node.isBindingElement(parent) && isTakenFrom(parent, node)) return standingOfTaken(morph, parent, suspect);
  return standingOfSymbol(morph, symbol, suspect);
}

/** In an import or re-export of a package that is not in the repository. */
function isFromOutside({ Node }: TsMorph, node: Node, { isOutside }: Suspect): boolean {
  const statement = node.getFirstAncestor((one) => Node.isImportDeclaration(one) || Node.isExportDeclaration(one));
  if (!Node.isImportDeclaration(statement) && !Node.isExportDeclaration(statement)) return false;
  const specifier = statement.getModuleSpecifierValue();
  return specifier !== undefined && isOutside(specifier);
}

/** `a` in `{ a }` and in `{ a: b }`, not `b`. */
function isTakenFrom(element: BindingElement, node: Identifier): boolean {
  return (element.getPropertyNameNode() ?? element.getNameNode()) === node;
}

/** What `const { a } = all` takes out of `all`. */
function standingOfTaken(morph: TsMorph, element: BindingElement, suspect: Suspect): Standing {
  const name = (element.getPropertyNameNode() ?? element.getNameNode()).getText();
  const property = element.getParent().getType().getProperty(name);
  return property === undefined ? 'unknown' : standingOfSymbol(morph, property, suspect);
}

function standingOfSymbol(morph: TsMorph, symbol: CompilerSymbol | undefined, suspect: Suspect): Standing {
  const meant = symbol?.isAlias() ? symbol.getAliasedSymbol() : symbol;
  const declarations = meant?.getDeclarations() ?? [];
  if (declarations.length === 0) return 'unknown';
  if (declarations.some((one) => isOneOf(suspect.targets, one))) return 'same';
  const elsewhere = declarations.find((one) => morph.Node.isBindingElement(one) && !isOneOf(new Set([suspect.path]), one));
  if (morph.Node.isBindingElement(elsewhere)) return standingOfTaken(morph, elsewhere, suspect);
  // A property of the same name may implement, override or stand in for the member asked about.
  return suspect.isMember && declarations.some((one) => isMemberLike(morph, one)) ? 'unknown' : 'other';
}

function isOneOf(targets: ReadonlySet<string>, declaration: Node): boolean {
  return targets.has(pathAt(declaration.getSourceFile().getFilePath()));
}

function isMemberLike({ Node }: TsMorph, declaration: Node): boolean {
  return (
    Node.isPropertyAssignment(declaration) ||
    Node.isShorthandPropertyAssignment(declaration) ||
    Node.isMethodDeclaration(declaration) ||
    Node.isPropertyDeclaration(declaration) ||
    Node.isMethodSignature(declaration) ||
    Node.isPropertySignature(declaration) ||
    Node.isParameterDeclaration(declaration) ||
    Node.isGetAccessorDeclaration(declaration) ||
    Node.isSetAccessorDeclaration(declaration)
  );
}
