/** Whole numbers from 0 up to, not including, the limit. */
export type Random = (limit: number) => number;

/** Always the same sequence for the same seed, on every machine (mulberry32, Tommy Ettinger's public-domain generator). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
}
