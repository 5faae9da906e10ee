/** `.`, `..` and what begins with them: seen from a folder, not looked for by name. */
export function isRelative(specifier: string): boolean {
  return /^\.{1,2}(?:\/|$)/.test(specifier);
}
