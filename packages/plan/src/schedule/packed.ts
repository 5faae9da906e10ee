import { int } from './rows.js';

/** Pools in one 32-bit number, and the largest capacity that leaves the highest bit of each lane free. */
const LANES = 4;
const BITS = 8;
const MOST = 127;
/** The highest bit of every lane. */
export const GUARDS = 0x80808080 | 0;

/** Whether amounts of these pools can be compared all at once; others need one look per pool. */
export function canPack(capacities: Int32Array): boolean {
  return capacities.length <= LANES && capacities.every((capacity) => capacity <= MOST);
}

export function pack(amountOf: (pool: number) => number, pools: number): number {
  let packed = 0;
  for (let pool = 0; pool < pools; pool += 1) packed |= amountOf(pool) << (pool * BITS);
  return packed;
}

/** True when no lane of `free` holds less than `need`: no guard bit is borrowed from (word-parallel comparison, Lamport 1975). */
export function suffices(free: number, need: number): boolean {
  return (((free | GUARDS) - need) & GUARDS) === GUARDS;
}

/** The first unit from `earliest` on at which `need` is free for `length` units; looks at each unit once, from the end of the gap. */
export function firstGap(free: Int32Array, need: number, earliest: number, length: number): number {
  let start = earliest;
  let unseen = start;
  let unit = start + length - 1;
  while (unit >= unseen) {
    if (suffices(int(free, unit), need)) {
      unit -= 1;
      continue;
    }
    unseen = start + length;
    start = unit + 1;
    unit = start + length - 1;
  }
  return start;
}
