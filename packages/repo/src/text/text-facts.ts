import { countTerms, type TermCounts } from '@breakwater/text';
import type { FactKind } from '../facts/fact-kind.js';
import { fourBytes, numberIn } from '../facts/four-bytes.js';
import { isTextFile } from './is-text-file.js';

/** Bytes of a number; those of a text can only be read where they lie when that is a multiple of it. */
const NUMBER = 4;
/** Bytes of a term: its hash and its count. */
const TERM = NUMBER + 1;

/** The terms of a text. Kept as the length, the hashes of the terms, their counts. */
export const TEXT_FACTS: FactKind<TermCounts> = {
  markOf: (file) => (isTextFile(file) ? 'text' : undefined),
  read: (_, bytes) => countTerms(bytes),
  encode: ({ length, hashes, counts }) => Buffer.concat([fourBytes(length), bytesOf(hashes), counts]),
  decode: (kept) => {
    if (kept.length % TERM !== NUMBER) throw new Error('no text is kept');
    return new KeptTerms(kept.byteOffset % NUMBER === 0 ? kept : Uint8Array.from(kept));
  },
};

/** Views are made when somebody looks, and soon forgotten: a large repository has tens of thousands of texts, all looked at once. */
class KeptTerms implements TermCounts {
  constructor(private readonly kept: Uint8Array) {}

  get length(): number {
    return numberIn(this.kept);
  }

  get hashes(): Uint32Array {
    return new Uint32Array(this.kept.buffer, this.kept.byteOffset + NUMBER, this.found);
  }

  get counts(): Uint8Array {
    return this.kept.subarray(this.kept.length - this.found);
  }

  private get found(): number {
    return (this.kept.length - NUMBER) / TERM;
  }
}

function bytesOf(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
