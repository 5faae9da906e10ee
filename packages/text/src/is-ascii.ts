const ASCII = /^[\0-\x7f]*$/;

/** In plain ASCII places in bytes are places in the text. */
export function isAscii(text: string): boolean {
  return ASCII.test(text);
}
