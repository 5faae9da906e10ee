/** A whole number below 2^32 as four bytes, the lowest first, whatever the machine. */
export function fourBytes(number: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}

/** The number in the first four bytes. Without a view, which would have to be made of tens of thousands. */
export function numberIn(bytes: Uint8Array): number {
  return ((bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8) | ((bytes[2] ?? 0) << 16) | ((bytes[3] ?? 0) << 24)) >>> 0;
}
