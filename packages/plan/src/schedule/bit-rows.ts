import { int } from './rows.js';

/** A yes or no for every pair of tasks, one bit each, row by row: n^2 / 8 bytes. */
export interface BitRows {
  readonly size: number;
  /** 32-bit words of one row. */
  readonly width: number;
  readonly words: Int32Array;
}

export function bitRows(size: number): BitRows {
  const width = (size + 31) >>> 5;
  return { size, width, words: new Int32Array(size * width) };
}

export function setBit({ width, words }: BitRows, row: number, item: number): void {
  const place = row * width + (item >>> 5);
  words[place] = int(words, place) | (1 << (item & 31));
}

export function hasBit({ width, words }: BitRows, row: number, item: number): boolean {
  return ((int(words, row * width + (item >>> 5)) >>> (item & 31)) & 1) === 1;
}

/** A view of one row. */
export function bitRow({ width, words }: BitRows, row: number): Int32Array {
  return words.subarray(row * width, (row + 1) * width);
}

/** Into `target` all that `other` has. */
export function unite(target: Int32Array, other: Int32Array): void {
  for (let word = 0; word < target.length; word += 1) target[word] = int(target, word) | int(other, word);
}

/** In `target` only what `other` has too. */
export function intersect(target: Int32Array, other: Int32Array): void {
  for (let word = 0; word < target.length; word += 1) target[word] = int(target, word) & int(other, word);
}

export function countCommon(one: Int32Array, other: Int32Array): number {
  let count = 0;
  for (let word = 0; word < one.length; word += 1) count += bitsIn(int(one, word) & int(other, word));
  return count;
}

/** Population count by halving (Warren, Hacker's Delight 2002). */
function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
