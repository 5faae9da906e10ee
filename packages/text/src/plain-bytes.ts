const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8');

/**
 * A text as the scanner wants it. Beyond ASCII, letters and digits stay, in lower case, and all else becomes blank; a text in plain
 * ASCII stays as it is.
 */
export function plainBytes(text: Uint8Array): Uint8Array {
  return isAscii(text) ? text : encoder.encode(plain(decoder.decode(text)));
}

export function plainBytesOf(text: string): Uint8Array {
  return encoder.encode(plain(text));
}

function plain(text: string): string {
  return text.replace(/[^\0-\x7f]+/gu, (run) => run.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, ' '));
}

function isAscii(text: Uint8Array): boolean {
  let all = 0;
  for (let at = 0; at < text.length; at += 1) all |= text[at] ?? 0;
  return all < 0x80;
}
