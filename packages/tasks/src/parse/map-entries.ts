import type { Diagnostic } from '@breakwater/model';
import { codeOf, diagnosticOf } from '../text/fault.js';
import { quoted } from '../text/quoted.js';
import { placeOfSpot } from '../text/source.js';
import type { LocatedEntry } from './located.js';

/** Keys that mean something else to JavaScript objects. */
export const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Keeps the entries a map may have; each of the others is a fault. Parsers would silently let the last of two win. */
export function mapEntries(entries: readonly LocatedEntry[], faults: Diagnostic[]): readonly LocatedEntry[] {
  const seen = new Map<string, LocatedEntry>();
  for (const entry of entries) {
    const first = seen.get(entry.key);
    if (PROTOTYPE_KEYS.has(entry.key)) faults.push(prototypeKey(entry));
    else if (first !== undefined) faults.push(duplicateKey(entry, first));
    else seen.set(entry.key, entry);
  }
  return [...seen.values()];
}

function prototypeKey({ key, keySpot }: LocatedEntry): Diagnostic {
  return diagnosticOf({
    code: codeOf(keySpot.source.area, 'KEY'),
    message: `the key ${quoted(key)} is not allowed`,
    at: keySpot,
    hint: 'Choose another name: this one has a meaning of its own in JavaScript.',
  });
}

function duplicateKey({ key, keySpot }: LocatedEntry, first: LocatedEntry): Diagnostic {
  return diagnosticOf({
    code: codeOf(keySpot.source.area, 'DUPKEY'),
    message: `the key ${quoted(key)} is written twice`,
    at: keySpot,
    related: [{ message: `first on line ${placeOfSpot(first.keySpot).line}`, at: first.keySpot }],
    hint: 'Keep one of the two.',
  });
}
