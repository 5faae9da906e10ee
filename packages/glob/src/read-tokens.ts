import { err, ok, type Result } from '@breakwater/model';
import { only, SEGMENT } from './char-set.js';
import { foldCodePoint } from './fold-case.js';
import { type Fault, type Piece, syntaxFault } from './piece.js';
import { readClass } from './read-class.js';

/** A piece, or a mark of the brace syntax with its position in the source. */
export type Token = Exclude<Piece, { kind: 'choice' }> | Mark<'open'> | Mark<'comma'> | Mark<'close'>;

interface Mark<K> {
  readonly kind: K;
  readonly at: number;
}

interface TokenRead {
  readonly token: Token;
  /** Position after the token. */
  readonly next: number;
}
type Reader = (source: readonly string[], at: number, ignoreCase: boolean) => Result<TokenRead, Fault>;

/** Text, one character per element, to tokens; braces are only marked. O(length). */
export function readTokens(source: readonly string[], ignoreCase: boolean): Result<readonly Token[], Fault> {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    const reader = readers.get(source[at] ?? '') ?? readLiteral;
    const read = reader(source, at, ignoreCase);
    if (!read.ok) return read;
    tokens.push(read.value.token);
    at = read.value.next;
  }
  return ok(tokens);
}

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['/', (_, at) => ok({ token: { kind: 'slash' }, next: at + 1 })],
  ['?', (_, at) => ok({ token: { kind: 'chars', set: SEGMENT }, next: at + 1 })],
  ['*', readStars],
  ['[', readBrackets],
  ['\\', readEscape],
  ['{', (_, at) => ok({ token: { kind: 'open', at }, next: at + 1 })],
  [',', (_, at) => ok({ token: { kind: 'comma', at }, next: at + 1 })],
  ['}', (_, at) => ok({ token: { kind: 'close', at }, next: at + 1 })],
  ['\0', () => err(syntaxFault('holds a NUL character, which no path can hold'))],
]);

function readStars(source: readonly string[], at: number): Result<TokenRead, Fault> {
  let next = at;
  while (source[next] === '*') next += 1;
  return ok({ token: { kind: next - at === 2 ? 'globstar' : 'star' }, next });
}

function readBrackets(source: readonly string[], at: number, ignoreCase: boolean): Result<TokenRead, Fault> {
  const read = readClass(source, at, ignoreCase);
  return read.ok ? ok({ token: { kind: 'chars', set: read.value.set }, next: read.value.next }) : read;
}

/** Escaping a letter or digit is refused: it is almost always a path written with backslashes. */
function readEscape(source: readonly string[], at: number, ignoreCase: boolean): Result<TokenRead, Fault> {
  const escaped = source[at + 1];
  if (escaped === undefined) return err(syntaxFault('ends with a backslash that escapes nothing'));
  if (/[\p{L}\p{N}]/u.test(escaped)) {
    return err(syntaxFault(`\\${escaped} escapes a character that needs none; between folders write /`));
  }
  if (escaped === '/') return ok({ token: { kind: 'slash' }, next: at + 2 });
  return readLiteral(source, at + 1, ignoreCase);
}

function readLiteral(source: readonly string[], at: number, ignoreCase: boolean): Result<TokenRead, Fault> {
  const codePoint = source[at]?.codePointAt(0);
  if (codePoint === undefined) throw new Error(`Internal error: no character at ${at}`);
  return ok({ token: { kind: 'chars', set: only(ignoreCase ? foldCodePoint(codePoint) : codePoint) }, next: at + 1 });
}
