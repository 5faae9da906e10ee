/** `.`, `..` and what begins with them: seen from a folder, not looked for by name. */
export function isRelative(specifier: string): boolean {
  return specifier.startsWith('./') || specifier.startsWith('../') || specifier === '.' || specifier === '..';
}
