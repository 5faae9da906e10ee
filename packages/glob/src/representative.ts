import { type CharSet, contains, rangesOf, soleMember } from './char-set.js';
import { foldCodePoint } from './fold-case.js';

/** What a reader takes for "some name" first. All fold to themselves. */
const PREFERRED = Array.from('xabcdefghijklmnopqrstuvwyz0123456789_-', (char) => char.charCodeAt(0));
const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;

/**
 * A member to stand for the whole set, always the same one. With `ignoreCase` only characters that fold to themselves
 * count, for no folded path holds another. Undefined when there is none.
 */
export function representative(set: CharSet, ignoreCase: boolean): number | undefined {
  const sole = soleMember(set);
  if (sole !== undefined) return usable(sole, ignoreCase) ? sole : undefined;
  return PREFERRED.find((char) => contains(set, char)) ?? firstUsable(set, ignoreCase);
}

function firstUsable(set: CharSet, ignoreCase: boolean): number | undefined {
  for (const [from, to] of rangesOf(set)) {
    for (let at = from; at <= to; at += 1) if (usable(at, ignoreCase)) return at;
  }
  return undefined;
}

/** Half a surrogate pair is no character and would merge with its neighbour. */
function usable(codePoint: number, ignoreCase: boolean): boolean {
  if (codePoint >= FIRST_SURROGATE && codePoint <= LAST_SURROGATE) return false;
  return !ignoreCase || foldCodePoint(codePoint) === codePoint;
}
