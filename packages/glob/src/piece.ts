import type { CharSet } from './char-set.js';

/** What a pattern is made of, read from left to right. */
export type Piece =
  /** One character out of a set: a literal, `?` or a class. */
  | { readonly kind: 'chars'; readonly set: CharSet }
  /** Any run of characters within a segment, also none. */
  | { readonly kind: 'star' }
  /** `**`: whether it is a whole segment is known only with its neighbours, which braces may hide. */
  | { readonly kind: 'globstar' }
  | { readonly kind: 'slash' }
  /** One of several, by braces. */
  | { readonly kind: 'choice'; readonly options: readonly (readonly Piece[])[] };

/** Why a pattern cannot be used. */
export interface Fault {
  readonly kind: 'syntax' | 'cost';
  readonly message: string;
}

export function syntaxFault(message: string): Fault {
  return { kind: 'syntax', message };
}

export function costFault(message: string): Fault {
  return { kind: 'cost', message };
}
