/** Entries of a cache as one piece of bytes: a head of two numbers, where each content lies and how long it is, the keys, the contents. */
export type Entries = ReadonlyMap<string, Uint8Array>;

const NUMBER = 4;
/** Length of the keys and number of entries. */
const HEAD = 2 * NUMBER;

/** Keys hold no line break. Contents begin at multiples of four bytes, so that numbers in them can be read where they lie. */
export function encodeSegment(entries: Entries): Uint8Array {
  const keys = Buffer.from([...entries.keys()].join('\n'));
  const contents = [...entries.values()];
  const start = aligned(HEAD + 2 * NUMBER * contents.length + keys.length);
  const places = placesOf(contents, start);
  const bytes = Buffer.alloc(places.end);
  bytes.writeUInt32LE(keys.length, 0);
  bytes.writeUInt32LE(contents.length, NUMBER);
  keys.copy(bytes, HEAD + 2 * NUMBER * contents.length);
  for (const [n, content] of contents.entries()) {
    const at = places.starts[n] ?? 0;
    bytes.writeUInt32LE(at, HEAD + 2 * NUMBER * n);
    bytes.writeUInt32LE(content.length, HEAD + 2 * NUMBER * n + NUMBER);
    bytes.set(content, at);
  }
  return bytes;
}

function placesOf(contents: readonly Uint8Array[], start: number): { readonly starts: readonly number[]; readonly end: number } {
  const starts: number[] = [];
  let end = start;
  for (const content of contents) {
    starts.push(end);
    end = aligned(end + content.length);
  }
  return { starts, end };
}

function aligned(length: number): number {
  return Math.ceil(length / NUMBER) * NUMBER;
}

/** Answers a view of what is kept under a key; made when it is asked for, because a large repository has tens of thousands of them. */
export type Lookup = (key: string) => Uint8Array | undefined;

/** What `encodeSegment` put together. */
export function decodeSegment(bytes: Uint8Array): Lookup {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(NUMBER, true);
  const from = HEAD + 2 * NUMBER * count;
  const text = new TextDecoder().decode(bytes.subarray(from, from + view.getUint32(0, true)));
  const keys = count === 0 ? [] : text.split('\n');
  const places = new Map<string, number>();
  for (let n = 0; n < keys.length; n += 1) places.set(keys[n] ?? '', HEAD + 2 * NUMBER * n);
  return (key) => {
    const place = places.get(key);
    if (place === undefined) return undefined;
    const at = bytes.byteOffset + view.getUint32(place, true);
    return new Uint8Array(bytes.buffer, at, view.getUint32(place + NUMBER, true));
  };
}
