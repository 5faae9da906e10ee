import type { RefEntry } from '../parse/ref-list.js';

/** The first free ref of those that are numbered below a place and only grow, whatever was deleted between them. */
export function nextNumbered(prefix: string, present: readonly RefEntry[]): string {
  const numbers = present.map(({ ref }) => Number(ref.slice(prefix.length)));
  return `${prefix}${Math.max(0, ...numbers.filter(Number.isSafeInteger)) + 1}`;
}
