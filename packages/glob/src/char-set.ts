/**
 * A set of code points as sorted, disjoint, inclusive ranges: [low, high, low, high, ...].
 * Symbolic, so that `*` over all of Unicode costs two ranges and not a million edges.
 */
export type CharSet = readonly number[];

export const LAST_CODE_POINT = 0x10ffff;
export const SLASH = 0x2f;
export const DOT = 0x2e;

/** Every character a segment may hold: all but `/` and NUL. */
export const SEGMENT: CharSet = [1, SLASH - 1, SLASH + 1, LAST_CODE_POINT];
/** Segment characters and `/`. */
export const EVERYTHING: CharSet = [1, LAST_CODE_POINT];

const NO_CHARACTERS: CharSet = [];

const single = new Map<number, CharSet>();

/** The set of one character, always the same value, so that equal edges can be told by identity. */
export function only(codePoint: number): CharSet {
  const known = single.get(codePoint) ?? [codePoint, codePoint];
  single.set(codePoint, known);
  return known;
}

/** The one member of a set that has one. */
export function soleMember(set: CharSet): number | undefined {
  return set.length === 2 && set[0] === set[1] ? set[0] : undefined;
}

export function contains(set: CharSet, codePoint: number): boolean {
  for (let n = 0; n < set.length; n += 2) {
    if (codePoint < low(set, n)) return false;
    if (codePoint <= high(set, n)) return true;
  }
  return false;
}

/** Any ranges, in any order, overlapping or not; an inverted range adds nothing. */
export function unionOf(ranges: readonly (readonly [number, number])[]): CharSet {
  const merged: number[] = [];
  for (const [from, to] of ranges.filter(([a, b]) => a <= b).sort(([a], [b]) => a - b)) {
    const last = merged.length - 1;
    const end = merged[last];
    if (end !== undefined && from <= end + 1) merged[last] = Math.max(end, to);
    else merged.push(from, to);
  }
  return merged;
}

/** O(ranges of both), and quick in the two cases that happen most. */
export function intersection(a: CharSet, b: CharSet): CharSet {
  if (a === b) return a;
  const sole = soleMember(a) ?? soleMember(b);
  if (sole === undefined) return oneOf(sharedRanges(a, b), [a, b]);
  return contains(a, sole) && contains(b, sole) ? only(sole) : NO_CHARACTERS;
}

/** An equal set that is already there, where there is one. */
function oneOf(set: CharSet, known: readonly CharSet[]): CharSet {
  return known.find((one) => one.length === set.length && one.every((end, n) => end === set[n])) ?? set;
}

function sharedRanges(a: CharSet, b: CharSet): CharSet {
  const shared: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const from = Math.max(low(a, i), low(b, j));
    const to = Math.min(high(a, i), high(b, j));
    if (from <= to) shared.push(from, to);
    if (high(a, i) < high(b, j)) i += 2;
    else j += 2;
  }
  return shared;
}

export function difference(a: CharSet, b: CharSet): CharSet {
  return intersection(a, complement(b));
}

function complement(set: CharSet): CharSet {
  const rest: number[] = [];
  let from = 0;
  for (let n = 0; n < set.length; n += 2) {
    if (from < low(set, n)) rest.push(from, low(set, n) - 1);
    from = high(set, n) + 1;
  }
  if (from <= LAST_CODE_POINT) rest.push(from, LAST_CODE_POINT);
  return rest;
}

/** The ranges as pairs. */
export function rangesOf(set: CharSet): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  for (let n = 0; n < set.length; n += 2) pairs.push([low(set, n), high(set, n)]);
  return pairs;
}

function low(set: CharSet, n: number): number {
  return set[n] as number;
}

function high(set: CharSet, n: number): number {
  return set[n + 1] as number;
}
