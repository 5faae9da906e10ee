/** Where in its arguments a git command stands: the first word that is neither an option nor a setting. -1: nowhere. */
export function verbAt(args: readonly string[]): number {
  return args.findIndex((word, n) => !word.startsWith('-') && args[n - 1] !== '-c');
}

export function verbOf(args: readonly string[]): string {
  return args[verbAt(args)] ?? '';
}
