import { readFileSync } from 'node:fs';

/** The version of Breakwater that runs, as its own package says. */
export function version(): string {
  const text: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  if (typeof text === 'object' && text !== null && 'version' in text && typeof text.version === 'string') return text.version;
  throw new Error('Internal error: our own package.json has no version');
}
