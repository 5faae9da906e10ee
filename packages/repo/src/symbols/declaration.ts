import type { RepoPath } from '@breakwater/model';

/** One place where a text declares a symbol. */
export interface WrittenDeclaration {
  /** From 1. */
  readonly line: number;
  /** class, function, interface, type, enum, namespace, const, let, var, method, property, accessor, member, record, struct, component, export. */
  readonly kind: string;
  /** Names under which its file gives it out: its own, an alias, `default`; none for what stays inside. */
  readonly exportedAs: readonly string[];
  /** A name taken out of another value (`const { a } = all`) or file (`export { a } from`): counts only when nothing else declares it. */
  readonly passedOn: boolean;
}

/** One place where a symbol is declared. */
export interface Declaration extends WrittenDeclaration {
  readonly path: RepoPath;
}
