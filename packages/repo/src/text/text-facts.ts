import { countTerms, type TermCounts } from '@breakwater/text';
import type { FactKind } from '../facts/fact-kind.js';
import { isTextFile } from './is-text-file.js';

/** The terms of a text. Kept as length and number of terms, their hashes, their counts. */
export const TEXT_FACTS: FactKind<TermCounts> = {
  markOf: (file) => (isTextFile(file) ? 'text' : undefined),
  read: (_, bytes) => countTerms(bytes),
  encode: ({ length, hashes, counts }) => {
    const head = Uint32Array.of(length, hashes.length);
    return Buffer.concat([bytesOf(head), bytesOf(hashes), counts]);
  },
  decode: (kept) => {
    // Numbers can only be read where they lie when that is a multiple of their size.
    const bytes = kept.byteOffset % 4 === 0 ? kept : Uint8Array.from(kept);
    const { buffer, byteOffset } = bytes;
    const [length = 0, found = 0] = new Uint32Array(buffer, byteOffset, 2);
    const counts = bytes.subarray(8 + 4 * found, 8 + 5 * found);
    return { length, hashes: new Uint32Array(buffer, byteOffset + 8, found), counts };
  },
};

function bytesOf(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
