/** A text as a file that was read byte for byte, as `latin1`, shows it. */
export function bytesOf(text: string): string {
  return Buffer.from(text).toString('latin1');
}
