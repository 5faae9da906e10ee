import { folderOf } from '@breakwater/model';
import { SLASH, soleMember } from './char-set.js';
import { readTokens, type Token } from './read-tokens.js';

/** The folder in which every match of a pattern lies, as far as its text says so before the first wildcard or brace. */
export function staticBase(source: readonly string[]): string {
  const tokens = readTokens(source, false);
  if (!tokens.ok) return '';
  const letters = tokens.value.map(literalOf);
  const end = letters.indexOf(undefined);
  return folderOf((end === -1 ? letters : letters.slice(0, end)).join(''));
}

function literalOf(token: Token): string | undefined {
  if (token.kind === 'slash') return String.fromCodePoint(SLASH);
  const sole = token.kind === 'chars' ? soleMember(token.set) : undefined;
  return sole === undefined ? undefined : String.fromCodePoint(sole);
}
