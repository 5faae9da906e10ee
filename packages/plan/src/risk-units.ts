/** Risk is counted in ten-thousandths: whole numbers add up to the same sum in any order, and the document shows four decimals. */
export const UNITS = 10_000;

export function toUnits(p: number): number {
  return Math.round(p * UNITS);
}

export function fromUnits(units: number): number {
  return units / UNITS;
}

/** To the four decimals the document shows. */
export function roundProbability(p: number): number {
  return fromUnits(toUnits(p));
}
