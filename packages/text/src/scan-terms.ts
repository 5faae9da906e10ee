import { CLASS, DIGIT, isOfIdentifier, JOINT, LINK, LOWER, UPPER } from './byte-class.js';
import { stemEnd } from './stem.js';

/** A term as it is found; one object for all of them, so what it says holds only until the call returns. */
export interface FoundTerm {
  /** Its key is in these bytes, `keyFrom` to `keyTo`, and a `y` after them where it stands for `ies`. */
  readonly bytes: Uint8Array;
  readonly keyFrom: number;
  readonly keyTo: number;
  readonly y: boolean;
  /** Where the text says it. */
  readonly from: number;
  readonly to: number;
  /** A name of several words taken as one. */
  readonly whole: boolean;
}

/** Longer names with dots and hyphens are addresses or chains of calls: the whole does not count. Bytes. */
const LONGEST_CHAIN = 60;
/** Of an even longer identifier (data, mostly) only the beginning counts. Bytes. */
const LONGEST = 256;

/**
 * Finds the terms of a text of `plainBytes`, in order: every word, identifiers being cut at capitals, digits and underscores;
 * after its words each identifier of several as a whole; after these the whole of identifiers that dots or hyphens join. Single
 * characters are no words. Linear; makes no strings. `onTerm` scans nothing.
 */
export function scanTerms(text: Uint8Array, onTerm: (term: FoundTerm) => void): void {
  new Scanner(text, onTerm).scan();
}

/** The letters and digits of the present name, in lower case; one for all texts, for a path is scanned sooner than room is found. */
const joined = new Uint8Array(LONGEST);

class Scanner {
  private at = 0;
  private filled = 0;
  private readonly found = { bytes: joined, keyFrom: 0, keyTo: 0, y: false, from: 0, to: 0, whole: false };

  constructor(
    private readonly text: Uint8Array,
    private readonly onTerm: (term: FoundTerm) => void,
  ) {}

  scan(): void {
    while (this.at < this.text.length) {
      if (isOfIdentifier(this.text[this.at])) this.scanName();
      else this.at += 1;
    }
  }

  /** Identifiers joined by single dots or hyphens. */
  private scanName(): void {
    const from = this.at;
    this.filled = 0;
    this.scanIdentifier();
    const isChain = this.isLinked();
    while (this.isLinked()) {
      this.at += 1;
      this.scanIdentifier();
    }
    if (isChain && this.at - from <= LONGEST_CHAIN) this.give(0, from, true);
  }

  private isLinked(): boolean {
    return CLASS[this.text[this.at] ?? 0] === LINK && isOfIdentifier(this.text[this.at + 1]);
  }

  private scanIdentifier(): void {
    const from = this.at;
    const keyFrom = this.filled;
    let parts = 0;
    while (isOfIdentifier(this.text[this.at])) {
      if (CLASS[this.text[this.at] ?? 0] === JOINT) this.at += 1;
      else {
        this.scanPart();
        parts += 1;
      }
    }
    if (parts > 1) this.give(keyFrom, from, true);
  }

  private scanPart(): void {
    const from = this.at;
    const keyFrom = this.filled;
    this.at = endOfPart(this.text, from);
    this.append(from);
    if (this.at - from > 1 && this.filled > keyFrom) this.give(keyFrom, from, false);
  }

  private append(from: number): void {
    let size = Math.min(this.at - from, LONGEST - this.filled);
    // Cut between characters: half of one would be another key in bytes than in a string.
    if (from + size < this.at) while (size > 0 && ((this.text[from + size] ?? 0) & 0xc0) === 0x80) size -= 1;
    for (let n = 0; n < size; n += 1) {
      const byte = this.text[from + n] ?? 0;
      joined[this.filled + n] = CLASS[byte] === UPPER ? byte + 32 : byte;
    }
    this.filled += size;
  }

  private give(keyFrom: number, from: number, whole: boolean): void {
    const { found } = this;
    const end = stemEnd(joined, keyFrom, this.filled);
    found.keyFrom = keyFrom;
    found.y = end < 0;
    found.keyTo = end < 0 ? this.filled - 3 : end;
    found.from = from;
    found.to = this.at;
    found.whole = whole;
    this.onTerm(found);
  }
}

/** `HTML` and `Parser` of `HTMLParser`, `order` and `Id` of `orderId`, `2` of `v2`. */
function endOfPart(text: Uint8Array, from: number): number {
  const kind = CLASS[text[from] ?? 0];
  if (kind !== UPPER) return endOf(text, from + 1, kind === DIGIT ? DIGIT : LOWER);
  const at = endOf(text, from + 1, UPPER);
  if (CLASS[text[at] ?? 0] !== LOWER) return at;
  return at - from > 1 ? at - 1 : endOf(text, at, LOWER);
}

function endOf(text: Uint8Array, from: number, kind: number): number {
  let at = from;
  while (at < text.length && CLASS[text[at] ?? 0] === kind) at += 1;
  return at;
}
