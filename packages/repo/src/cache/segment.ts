/** Entries of a cache as one piece of bytes: a head of three numbers, where each content ends, the keys, the contents. */
export type Entries = readonly (readonly [string, Uint8Array])[];

const NUMBER = 4;
/** Length of the keys and number of entries. */
const HEAD = 2 * NUMBER;

/** Keys hold no line break. Contents begin at multiples of four bytes, so that numbers in them can be read where they lie. */
export function encodeSegment(entries: Entries): Uint8Array {
  const keys = Buffer.from(entries.map(([key]) => key).join('\n'));
  const start = aligned(HEAD + 2 * NUMBER * entries.length + keys.length);
  const places = placesOf(entries, start);
  const bytes = Buffer.alloc(places.end);
  bytes.writeUInt32LE(keys.length, 0);
  bytes.writeUInt32LE(entries.length, NUMBER);
  keys.copy(bytes, HEAD + 2 * NUMBER * entries.length);
  for (const [n, [, content]] of entries.entries()) {
    const at = places.starts[n] ?? 0;
    bytes.writeUInt32LE(at, HEAD + 2 * NUMBER * n);
    bytes.writeUInt32LE(content.length, HEAD + 2 * NUMBER * n + NUMBER);
    bytes.set(content, at);
  }
  return bytes;
}

function placesOf(entries: Entries, start: number): { readonly starts: readonly number[]; readonly end: number } {
  const starts: number[] = [];
  let end = start;
  for (const [, content] of entries) {
    starts.push(end);
    end = aligned(end + content.length);
  }
  return { starts, end };
}

function aligned(length: number): number {
  return Math.ceil(length / NUMBER) * NUMBER;
}

/** The entries of bytes that `encodeSegment` made, as views. */
export function decodeSegment(bytes: Uint8Array): Entries {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(NUMBER, true);
  const from = HEAD + 2 * NUMBER * count;
  const keys = new TextDecoder().decode(bytes.subarray(from, from + view.getUint32(0, true)));
  if (count === 0) return [];
  return keys.split('\n').map((key, n) => {
    const at = view.getUint32(HEAD + 2 * NUMBER * n, true);
    return [key, bytes.subarray(at, at + view.getUint32(HEAD + 2 * NUMBER * n + NUMBER, true))];
  });
}
