/** Entries of a cache as one piece of bytes: a head of two numbers, where each content lies and how long it is, the keys, the contents. */
export type Entries = Iterable<readonly [string, Uint8Array]>;

const NUMBER = 4;
/** Length of the keys and number of entries. */
const HEAD = 2 * NUMBER;

/** Keys hold no line break. Contents begin at multiples of four bytes, so that numbers in them can be read where they lie. */
export function encodeSegment(entries: Entries): Uint8Array {
  const all = [...entries];
  const keys = Buffer.from(all.map(([key]) => key).join('\n'));
  const start = aligned(HEAD + 2 * NUMBER * all.length + keys.length);
  const places = placesOf(all, start);
  const bytes = Buffer.alloc(places.end);
  bytes.writeUInt32LE(keys.length, 0);
  bytes.writeUInt32LE(all.length, NUMBER);
  keys.copy(bytes, HEAD + 2 * NUMBER * all.length);
  for (const [n, [, content]] of all.entries()) {
    const at = places.starts[n] ?? 0;
    bytes.writeUInt32LE(at, HEAD + 2 * NUMBER * n);
    bytes.writeUInt32LE(content.length, HEAD + 2 * NUMBER * n + NUMBER);
    bytes.set(content, at);
  }
  return bytes;
}

function placesOf(entries: readonly (readonly [string, Uint8Array])[], start: number) {
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

/** What `encodeSegment` put together. */
export interface Segment {
  readonly keys: readonly string[];
  /** A view; made when it is asked for, because a large repository has tens of thousands and few live long. */
  readonly get: (key: string) => Uint8Array | undefined;
}

export function decodeSegment(bytes: Uint8Array): Segment {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(NUMBER, true);
  const from = HEAD + 2 * NUMBER * count;
  const text = new TextDecoder().decode(bytes.subarray(from, from + view.getUint32(0, true)));
  const keys = count === 0 ? [] : text.split('\n');
  const places = new Map<string, number>();
  for (let n = 0; n < keys.length; n += 1) places.set(keys[n] ?? '', HEAD + 2 * NUMBER * n);
  return {
    keys,
    get: (key) => {
      const place = places.get(key);
      if (place === undefined) return undefined;
      const at = bytes.byteOffset + view.getUint32(place, true);
      return new Uint8Array(bytes.buffer, at, view.getUint32(place + NUMBER, true));
    },
  };
}
