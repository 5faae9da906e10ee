import { isUtf8 } from 'node:buffer';
import { err, ok, type Result } from '@breakwater/model';

/** Why bytes are not text we read. */
export interface NotText {
  readonly message: string;
  /** From 0. */
  readonly offset: number;
}

/** UTF-8 to text; a byte order mark is taken away. Other encodings are refused instead of guessed. */
export function decodeText(bytes: Uint8Array): Result<string, NotText> {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]))
    return err({ message: 'the text is UTF-16', offset: 0 });
  if (isUtf8(bytes)) return ok(new TextDecoder('utf-8').decode(bytes));
  const offset = firstBadByte(bytes);
  return err({ message: `byte ${offset} (0x${(bytes[offset] ?? 0).toString(16).padStart(2, '0')}) is not UTF-8`, offset });
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

/** Where the first character begins that is none. By halving: the longest beginning that something valid may follow. */
function firstBadByte(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (wholeCharacters(bytes.subarray(0, middle)) !== undefined) good = middle;
    else bad = middle;
  }
  return wholeCharacters(bytes.subarray(0, good)) ?? 0;
}

/** How many bytes are whole characters, an unfinished one at the end left out; undefined when something is wrong before. */
function wholeCharacters(bytes: Uint8Array): number | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
    return Buffer.byteLength(text);
  } catch {
    return undefined;
  }
}
