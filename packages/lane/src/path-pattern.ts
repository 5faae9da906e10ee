import { literalPattern } from '@breakwater/text';

/**
 * Whether a path (slashes, relative to the root) fits a pattern in the manner of .gitignore: without a slash it fits the name at
 * any depth, with one it starts at the root; `*` and `?` stay inside a folder, `**` does not.
 */
export function pathPattern(pattern: string): (path: string) => boolean {
  const rooted = pattern.replace(/^\//, '');
  const anywhere = !pattern.includes('/');
  const source = [...rooted.matchAll(TOKENS)].map(([token]) => translate(token)).join('');
  const whole = new RegExp(`^${anywhere ? '(?:.*/)?' : ''}${source}$`, 's');
  return (path) => whole.test(path);
}

const TOKENS = /\*\*\/|\*\*|\*|\?|[^*?]+/g;
const WILD: ReadonlyMap<string, string> = new Map([
  ['**/', '(?:.*/)?'],
  ['**', '.*'],
  ['*', '[^/]*'],
  ['?', '[^/]'],
]);

function translate(token: string): string {
  return WILD.get(token) ?? literalPattern(token);
}
