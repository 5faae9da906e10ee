/** How soon repeated words saturate, and how much length counts; as is usual (Robertson and Walker 1994). */
const K1 = 1.2;
const B = 0.75;

/** One word's share of a text's score before its weight: `count` times in a text of `length` mean lengths. */
export function saturated(count: number, length: number, b: number = B): number {
  return (count * (K1 + 1)) / (count + K1 * (1 - b + b * length));
}

/** How much a word tells that is in `having` of `all` texts. */
export function rarity(having: number, all: number): number {
  return Math.log(1 + (all - having + 0.5) / (having + 0.5));
}
