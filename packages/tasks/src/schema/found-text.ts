import type { Located } from '../parse/located.js';
import { quoted, shortened } from '../text/quoted.js';

/** What stands in a file, as the end of a sentence: `is "ten"`, `is 012`, `is a list`, `is missing`. */
export function foundText(found: Located | undefined): string {
  if (found === undefined) return 'is missing';
  if (found.kind === 'list' && found.items.length === 0) return 'is an empty list';
  if (found.kind !== 'scalar') return `is a ${found.kind}`;
  if (typeof found.value === 'string') return `is ${quoted(found.value)}`;
  return found.written.trim() === '' ? 'is empty' : `is ${shortened(found.written)}`;
}

/** When a text was meant and YAML read something else: what it read, and how to write it. */
export function misreadHint(found: Located | undefined): string | undefined {
  if (found?.kind !== 'scalar' || typeof found.value === 'string' || found.written === '') return undefined;
  if (!/\.(ya?ml|md)$/.test(found.spot.source.path)) return undefined;
  const read = found.value === null ? 'nothing (null)' : `the ${typeof found.value} ${found.value}`;
  return `YAML reads ${shortened(found.written)} as ${read}; put it in quotes: ${quoted(found.written)}.`;
}
