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
  decode: (kept) => new KeptTerms(kept.byteOffset % HASH === 0 ? kept : Uint8Array.from(kept)),
};

/** Bytes of a hash; numbers can only be read where they lie when that is a multiple of their size. */
const HASH = 4;
const HEAD = 2 * HASH;

/** Views are made when somebody looks, and soon forgotten: a large repository has tens of thousands of texts, all looked at once. */
class KeptTerms implements TermCounts {
  constructor(private readonly kept: Uint8Array) {}

  get length(): number {
    return this.numbers(0, 1)[0] ?? 0;
  }

  get hashes(): Uint32Array {
    return this.numbers(HEAD, this.found);
  }

  get counts(): Uint8Array {
    const from = HEAD + HASH * this.found;
    return this.kept.subarray(from, from + this.found);
  }

  private get found(): number {
    return this.numbers(HASH, 1)[0] ?? 0;
  }

  private numbers(from: number, count: number): Uint32Array {
    return new Uint32Array(this.kept.buffer, this.kept.byteOffset + from, count);
  }
}

function bytesOf(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
