import { err, ok, type Result } from '@breakwater/model';
import { only } from './char-set.js';
import { costFault, type Fault, type Piece, syntaxFault } from './piece.js';
import type { Token } from './read-tokens.js';

/** A pattern that stands for more plain patterns than this is a mistake or an attack. */
export const MOST_ALTERNATIVES = 10_000;
const DEEPEST_NESTING = 100;
const NUMBER_RANGE = /^(-?\d{1,15})\.\.(-?\d{1,15})$/;
const OTHER_RANGE = /^(-?\d+|[^.])\.\.(-?\d+|[^.])(\.\.-?\d+)?$/;

/** A brace that is open: finished options, the option being read, and how many plain patterns both stand for. */
interface Frame {
  readonly at: number;
  readonly options: Piece[][];
  current: Piece[];
  finished: number;
  count: number;
}

/** Tokens to pieces: braces become choices, nested ones too. Iterative, so that no input can exhaust the stack. */
export function groupBraces(tokens: readonly Token[], source: readonly string[]): Result<readonly Piece[], Fault> {
  const stack: Frame[] = [newFrame(-1)];
  for (const token of tokens) {
    const fault = take(stack, token, source);
    if (fault !== undefined) return err(fault);
  }
  const [outer, unclosed] = stack;
  if (outer === undefined) throw new Error('Internal error: more braces closed than opened');
  if (unclosed !== undefined) return err(syntaxFault('{ is never closed; for the character itself write \\{'));
  return ok(outer.current);
}

function newFrame(at: number): Frame {
  return { at, options: [], current: [], finished: 0, count: 1 };
}

function take(stack: Frame[], token: Token, source: readonly string[]): Fault | undefined {
  const frame = top(stack);
  if (token.kind === 'open') {
    stack.push(newFrame(token.at));
    return stack.length > DEEPEST_NESTING ? costFault(`braces are nested more than ${DEEPEST_NESTING} deep`) : undefined;
  }
  if (token.kind === 'close') return close(stack, source.slice(frame.at + 1, token.at).join(''));
  if (token.kind === 'comma' && stack.length > 1) endOption(frame);
  else frame.current.push(token.kind === 'comma' ? literal(',') : token);
  return undefined;
}

function top(stack: readonly Frame[]): Frame {
  const frame = stack.at(-1);
  if (frame === undefined) throw new Error('Internal error: no frame to read into');
  return frame;
}

function endOption(frame: Frame): void {
  frame.options.push(frame.current);
  frame.finished += frame.count;
  frame.current = [];
  frame.count = 1;
}

function close(stack: Frame[], inside: string): Fault | undefined {
  if (stack.length === 1) return syntaxFault('} closes nothing; for the character itself write \\}');
  const frame = top(stack);
  stack.pop();
  endOption(frame);
  const outer = top(stack);
  const range = frame.options.length === 1 ? readNumberRange(inside) : undefined;
  if (range !== undefined && !range.ok) return range.error;
  const options = range?.value ?? frame.options;
  outer.count *= range === undefined ? frame.finished : options.length;
  // As in the shells: braces around one thing are the characters themselves, so `{{name}}` is a file name.
  if (options.length === 1 && range === undefined) outer.current.push(literal('{'), ...(options[0] ?? []), literal('}'));
  else outer.current.push({ kind: 'choice', options });
  return outer.count + outer.finished > MOST_ALTERNATIVES ? tooMany() : undefined;
}

/** `1..3`, `08..12` with its leading zeros; undefined when it is no range at all. */
function readNumberRange(inside: string): Result<Piece[][], Fault> | undefined {
  const match = NUMBER_RANGE.exec(inside);
  if (match === null) return OTHER_RANGE.test(inside) ? err(unknownRange(inside)) : undefined;
  const [first = '', last = ''] = match.slice(1);
  const [low, high] = [Number(first), Number(last)].sort((a, b) => a - b) as [number, number];
  if (high - low >= MOST_ALTERNATIVES) return err(tooMany());
  const padded = [first, last].some((end) => /^-?0\d/.test(end));
  const width = padded ? Math.max(first.length, last.length) : 0;
  return ok(Array.from({ length: high - low + 1 }, (_, n) => Array.from(digits(low + n, width), literal)));
}

function digits(value: number, width: number): string {
  const sign = value < 0 ? '-' : '';
  return sign + String(Math.abs(value)).padStart(width - sign.length, '0');
}

function unknownRange(inside: string): Fault {
  return syntaxFault(`{${inside}} is not a range of whole numbers such as {1..3}; for letters write a class such as [a-c]`);
}

function tooMany(): Fault {
  return costFault(`its braces stand for more than ${MOST_ALTERNATIVES.toLocaleString('en-US')} patterns`);
}

function literal(char: string): Piece {
  return { kind: 'chars', set: only(char.codePointAt(0) ?? 0) };
}
