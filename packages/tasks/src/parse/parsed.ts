import type { Diagnostic } from '@breakwater/model';
import type { Located } from './located.js';

/** What came of a text: a value, faults, or both when the faults leave the rest readable. Neither: the text holds nothing. */
export interface Parsed {
  readonly value: Located | undefined;
  readonly faults: readonly Diagnostic[];
}

export function unreadable(faults: readonly Diagnostic[]): Parsed {
  return { value: undefined, faults };
}
