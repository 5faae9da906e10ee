const decoder = new TextDecoder('utf-8');

/** Bytes as text, without a byte order mark; wrong UTF-8 becomes the replacement character, as in a compiler. */
export function decode(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
