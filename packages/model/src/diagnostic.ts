/** A place in a text file; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Characters to underline, at least 1. */
  readonly length: number;
  /** The line's text, for the underline. */
  readonly text: string;
}

/** Bad input: what was found, where, what is allowed, what to do next. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** Stable, e.g. E_DEP_UNKNOWN; listed in the docs. */
  readonly code: string;
  /** What was found, with the wrong value. */
  readonly message: string;
  readonly place?: Place;
  /** Other places that matter, e.g. the first of two equal ids. */
  readonly related?: readonly { readonly message: string; readonly place?: Place }[];
  /** What is allowed and what to do next. */
  readonly hint?: string;
}
