/** The source of a pattern that fits this text and no other, to be put into a longer one; with or without the flag `u`. */
export function literalPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
