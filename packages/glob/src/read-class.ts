import { err, ok, type Result } from '@breakwater/model';
import { type CharSet, difference, intersection, SEGMENT, unionOf } from './char-set.js';
import { foldSet } from './fold-case.js';
import { type Fault, syntaxFault } from './piece.js';

interface ClassRead {
  readonly set: CharSet;
  /** Position after the closing bracket. */
  readonly next: number;
}

/** Reads `[a-z]`, `[!x]` or `[^x]`; `open` is the position of the bracket. A `]` right after the opening is a member. */
export function readClass(source: readonly string[], open: number, ignoreCase: boolean): Result<ClassRead, Fault> {
  const negated = source[open + 1] === '!' || source[open + 1] === '^';
  const first = negated ? open + 2 : open + 1;
  const ranges: [number, number][] = [];
  let at = first;
  while (source[at] !== ']' || at === first) {
    const range = readRange(source, at);
    if (!range.ok) return range;
    ranges.push([range.value.from, range.value.to]);
    at = range.value.next;
  }
  const listed = ignoreCase ? foldSet(unionOf(ranges)) : unionOf(ranges);
  return ok({ set: negated ? difference(SEGMENT, listed) : intersection(SEGMENT, listed), next: at + 1 });
}

function readRange(source: readonly string[], at: number): Result<{ from: number; to: number; next: number }, Fault> {
  const from = readMember(source, at);
  if (!from.ok) return from;
  const dash = from.value.next;
  if (source[dash] !== '-' || source[dash + 1] === ']') {
    return ok({ from: from.value.codePoint, to: from.value.codePoint, next: dash });
  }
  const to = readMember(source, dash + 1);
  if (!to.ok) return to;
  if (to.value.codePoint < from.value.codePoint) {
    return err(syntaxFault(`the range ${source.slice(at, to.value.next).join('')} runs backwards`));
  }
  return ok({ from: from.value.codePoint, to: to.value.codePoint, next: to.value.next });
}

function readMember(source: readonly string[], at: number): Result<{ codePoint: number; next: number }, Fault> {
  if (source[at] === '[' && source[at + 1] === ':') {
    return err(syntaxFault('named classes such as [:alpha:] are not supported; write the range, e.g. [a-zA-Z]'));
  }
  const place = source[at] === '\\' ? at + 1 : at;
  const codePoint = source[place]?.codePointAt(0);
  if (codePoint === undefined) return err(syntaxFault('[ is never closed; for the character itself write \\['));
  if (source[place] === '/') return err(syntaxFault('a class in brackets cannot hold a slash'));
  return ok({ codePoint, next: place + 1 });
}
