import type { Spread } from '@breakwater/model';
import { at } from '../at.js';

/** The smallest value that at least this share of all values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return at(sorted, Math.max(0, Math.ceil(share * sorted.length) - 1));
}

/** To `step`, so that the document does not claim more than was found out. */
export function spreadOf(values: readonly number[], step = 0.1): Spread {
  const rounded = (value: number): number => Math.round(Math.round(value / step) * step * 100) / 100;
  return { p50: rounded(quantile(values, 0.5)), p90: rounded(quantile(values, 0.9)) };
}
