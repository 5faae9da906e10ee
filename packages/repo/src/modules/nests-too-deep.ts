/** What the parser has on the stack for each; it ends the process when that is full. It has been seen to at 6,500 brackets, of 8 MiB. */
const DEEPEST = 6_000;
const OF_A_BRACKET = 4;
/** It may be where types begin, or an element of JSX, or nothing but a comparison. */
const OF_AN_ANGLE = 2;
const OF_AN_OPERATOR = 1;

const OPENING = 100;
const CLOSING = 101;
const SEPARATING = 102;

/** Each character that a grammar nests by, by its code. */
const KINDS = kindsOf([
  ['([{', OPENING],
  [')]}', CLOSING],
  [';,', SEPARATING],
  ['<', OF_AN_ANGLE],
  ['?!~+-=:*', OF_AN_OPERATOR],
]);

/**
 * Whether a text nests deeper than the parser is sure to bear: brackets within brackets, and within each of them operators without
 * an end of a statement between, for `a => b => c` nests as well. No person writes a tenth of it. Judged by characters, so
 * a text whose strings hold thousands of brackets may be taken for one; and brackets can be hidden by those who want to. O(length).
 */
export function nestsTooDeep(text: string): boolean {
  const nest: Nest = { around: [], all: 0, here: 0 };
  for (let at = 0; at < text.length && nest.all <= DEEPEST; at += 1) {
    const kind = KINDS[text.charCodeAt(at)] ?? 0;
    if (kind > 0) step(nest, kind);
  }
  return nest.all > DEEPEST;
}

/** Sums of what was met: within the innermost bracket, within each around it, and all of it with the brackets. */
interface Nest {
  readonly around: number[];
  all: number;
  here: number;
}

function step(nest: Nest, kind: number): void {
  if (kind === OPENING) {
    nest.around.push(nest.here);
    nest.all += OF_A_BRACKET;
    nest.here = 0;
  } else if (kind === CLOSING) {
    leave(nest);
  } else if (kind === SEPARATING) {
    nest.all -= nest.here;
    nest.here = 0;
  } else {
    nest.all += kind;
    nest.here += kind;
  }
}

/** What follows a condition is within it: if (a) if (b) ... */
function leave(nest: Nest): void {
  const outside = nest.around.pop();
  if (outside === undefined) return;
  nest.all += OF_AN_OPERATOR - nest.here - OF_A_BRACKET;
  nest.here = outside + OF_AN_OPERATOR;
}

function kindsOf(rows: readonly (readonly [string, number])[]): Uint8Array {
  const kinds = new Uint8Array(128);
  for (const [characters, kind] of rows) for (const character of characters) kinds[character.charCodeAt(0)] = kind;
  return kinds;
}
